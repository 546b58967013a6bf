-- A database as mailbot wrote it at schema revision 0001. Never changed: later revisions must open it.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE answer (
	id INTEGER NOT NULL, 
	revision_id INTEGER NOT NULL, 
	question INTEGER NOT NULL, 
	question_id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	confidence FLOAT NOT NULL, 
	how TEXT NOT NULL, 
	source TEXT NOT NULL, 
	CONSTRAINT pk_answer PRIMARY KEY (id), 
	CONSTRAINT fk_answer_revision_id FOREIGN KEY(revision_id) REFERENCES revision (id)
);
INSERT INTO "answer" VALUES(1,1,1,'experience','Twelve years of work in prisons.',0.95,'numbered','body');
INSERT INTO "answer" VALUES(2,1,3,'motivation','Comparer nos pratiques – 比較.',0.6,'meaning','answers.docx');
INSERT INTO "answer" VALUES(3,2,1,'experience','Twelve years of work in prisons.',0.95,'numbered','body');
INSERT INTO "answer" VALUES(4,2,3,'motivation','Comparer nos pratiques – 比較.',0.6,'meaning','answers.docx');
CREATE TABLE attempt (
	id INTEGER NOT NULL, 
	letter_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	began_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	state TEXT NOT NULL, 
	code INTEGER, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_attempt PRIMARY KEY (id), 
	CONSTRAINT fk_attempt_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id), 
	CONSTRAINT uq_attempt_letter_id_number UNIQUE (letter_id, number)
);
INSERT INTO "attempt" VALUES(1,1,1,'2023-03-13 12:00:00.000000','2023-03-13 12:00:00.000000','sent',250,'2.0.0 queued');
CREATE TABLE audit (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	who TEXT NOT NULL, 
	what TEXT NOT NULL, 
	about TEXT NOT NULL, 
	why TEXT NOT NULL, 
	CONSTRAINT pk_audit PRIMARY KEY (id)
);
INSERT INTO "audit" VALUES(1,'2023-03-13 12:00:00.000000','mailbot','new','K7MQ-3XRT-9HBW','as-the-test-wants');
INSERT INTO "audit" VALUES(2,'2023-03-13 13:00:00.000000','mailbot','revision','K7MQ-3XRT-9HBW','as-the-test-wants');
INSERT INTO "audit" VALUES(3,'2023-03-13 12:00:00.000000','mailbot','quarantined','mail 3','too-large');
INSERT INTO "audit" VALUES(4,'2023-03-13 12:00:00.000000','operator','letter-approved','K7MQ-3XRT-9HBW','looked at');
CREATE TABLE call_version (
	id INTEGER NOT NULL, 
	slug TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	kept_at DATETIME NOT NULL, 
	CONSTRAINT pk_call_version PRIMARY KEY (id), 
	CONSTRAINT uq_call_version_slug_version UNIQUE (slug, version)
);
INSERT INTO "call_version" VALUES(1,'ran-rehabilitation-2023',1,'title: Rehabilitation
','2023-03-13 12:00:00.000000');
CREATE TABLE cursor (
	mailbox TEXT NOT NULL, 
	uidvalidity BIGINT NOT NULL, 
	uid BIGINT NOT NULL, 
	CONSTRAINT pk_cursor PRIMARY KEY (mailbox, uidvalidity)
);
INSERT INTO "cursor" VALUES('calls',7,4);
CREATE TABLE letter (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	mail_id INTEGER, 
	kind TEXT NOT NULL, 
	recipient TEXT NOT NULL, 
	recipient_key TEXT NOT NULL, 
	recipient_domain TEXT NOT NULL, 
	envelope_sender TEXT NOT NULL, 
	message_id TEXT NOT NULL, 
	raw BLOB NOT NULL, 
	call TEXT NOT NULL, 
	language TEXT NOT NULL, 
	about TEXT NOT NULL, 
	state TEXT NOT NULL, 
	attempts INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	due_at DATETIME NOT NULL, 
	sent_at DATETIME, 
	last_code INTEGER, 
	last_text TEXT NOT NULL, 
	CONSTRAINT fk_letter_mail_id FOREIGN KEY(mail_id) REFERENCES mail (id), 
	CONSTRAINT uq_letter_mail_id_kind_recipient UNIQUE (mail_id, kind, recipient), 
	CONSTRAINT uq_letter_message_id UNIQUE (message_id)
);
INSERT INTO "letter" VALUES(1,1,'acknowledgement','Jana.Novak@example.org','jana.novak@example.org','example.org','','<ack.1@mailbot.example>',X'5375626A6563743A2052656365697665640D0A0D0AC3A900FF0D0A','ran-rehabilitation-2023','en','K7MQ-3XRT-9HBW','sent',1,'2023-03-13 12:00:00.000000','2023-03-13 12:00:00.000000','2023-03-13 12:00:00.000000',250,'2.0.0 queued');
INSERT INTO "letter" VALUES(2,2,'acknowledgement','Jana.Novak@example.org','jana.novak@example.org','example.org','','<ack.2@mailbot.example>',X'5375626A6563743A2052656365697665640D0A0D0AC3A900FF0D0A','ran-rehabilitation-2023','en','K7MQ-3XRT-9HBW','waiting',0,'2023-03-13 13:00:00.000000','2023-03-13 12:00:00.000000',NULL,NULL,'');
CREATE TABLE mail (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	mailbox TEXT NOT NULL, 
	uidvalidity BIGINT NOT NULL, 
	uid TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	received_at DATETIME NOT NULL, 
	arrived_at DATETIME NOT NULL, 
	attempts INTEGER NOT NULL, 
	problem TEXT, 
	recorded_at DATETIME, 
	became TEXT, 
	reason TEXT, 
	notes JSON NOT NULL, 
	kind TEXT, 
	call TEXT, 
	message_id TEXT, 
	fingerprint TEXT, 
	sender TEXT, 
	reference TEXT, 
	returned TEXT, 
	released BOOLEAN NOT NULL, 
	done BOOLEAN NOT NULL, 
	CONSTRAINT uq_mail_mailbox_uidvalidity_uid UNIQUE (mailbox, uidvalidity, uid)
);
INSERT INTO "mail" VALUES(1,'calls',7,'1','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1234,'2023-03-13 12:00:00.000000','2023-03-13 12:00:00.000000',1,NULL,'2023-03-13 12:00:00.000000','new','as-the-test-wants','[]','human','ran-rehabilitation-2023','<one@example.org>','ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','Jana.Novak@example.org','K7MQ-3XRT-9HBW',NULL,0,1);
INSERT INTO "mail" VALUES(2,'calls',7,'2','bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',1234,'2023-03-13 13:00:00.000000','2023-03-13 13:00:00.000000',1,NULL,'2023-03-13 13:00:00.000000','revision','as-the-test-wants','[]','human','ran-rehabilitation-2023','<two@example.org>','ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','Jana.Novak@example.org','K7MQ-3XRT-9HBW',NULL,0,0);
INSERT INTO "mail" VALUES(3,'calls',7,'3','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1234,'2023-03-13 12:00:00.000000','2023-03-13 12:00:00.000000',1,NULL,'2023-03-13 12:00:00.000000','quarantined','too-large','[]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,0);
INSERT INTO "mail" VALUES(4,'calls',7,'4','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1234,'2023-03-13 12:00:00.000000','2023-03-13 12:00:00.000000',1,NULL,NULL,NULL,NULL,'[]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,0);
CREATE TABLE mailbox (
	mailbox TEXT NOT NULL, 
	first_round_at DATETIME NOT NULL, 
	CONSTRAINT pk_mailbox PRIMARY KEY (mailbox)
);
INSERT INTO "mailbox" VALUES('calls','2023-03-13 12:00:00.000000');
CREATE TABLE revision (
	id INTEGER NOT NULL, 
	submission_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	mail_id INTEGER NOT NULL, 
	message_id TEXT, 
	received_at DATETIME NOT NULL, 
	timeliness TEXT NOT NULL, 
	authentication TEXT NOT NULL, 
	intent TEXT NOT NULL, 
	counts BOOLEAN NOT NULL, 
	why TEXT NOT NULL, 
	unplaced TEXT NOT NULL, 
	unanswered JSON NOT NULL, 
	CONSTRAINT pk_revision PRIMARY KEY (id), 
	CONSTRAINT fk_revision_submission_id FOREIGN KEY(submission_id) REFERENCES submission (id), 
	CONSTRAINT fk_revision_mail_id FOREIGN KEY(mail_id) REFERENCES mail (id), 
	CONSTRAINT uq_revision_submission_id_version UNIQUE (submission_id, version), 
	CONSTRAINT uq_revision_mail_id UNIQUE (mail_id)
);
INSERT INTO "revision" VALUES(1,1,1,1,'<one@example.org>','2023-03-13 12:00:00.000000','on_time','aligned','answer',1,'as-the-test-wants','See you soon!','[2]');
INSERT INTO "revision" VALUES(2,1,2,2,'<two@example.org>','2023-03-13 12:00:00.000000','on_time','aligned','answer',1,'as-the-test-wants','See you soon!','[2]');
CREATE TABLE submission (
	id INTEGER NOT NULL, 
	reference TEXT NOT NULL, 
	call TEXT NOT NULL, 
	address TEXT NOT NULL, 
	address_key TEXT NOT NULL, 
	name TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_submission PRIMARY KEY (id), 
	CONSTRAINT uq_submission_call_address_key UNIQUE (call, address_key), 
	CONSTRAINT uq_submission_reference UNIQUE (reference)
);
INSERT INTO "submission" VALUES(1,'K7MQ-3XRT-9HBW','ran-rehabilitation-2023','Jana.Novak@example.org','jana.novak@example.org','Jana Novák','2023-03-13 12:00:00.000000');
CREATE INDEX ix_mail_became ON mail (became);
CREATE INDEX ix_mail_done ON mail (done);
CREATE INDEX ix_mail_message_id ON mail (message_id);
CREATE INDEX ix_mail_sha256 ON mail (sha256);
CREATE INDEX ix_answer_revision_id ON answer (revision_id);
CREATE UNIQUE INDEX uq_letter_acknowledgement ON letter (mail_id) WHERE kind = 'acknowledgement';
CREATE INDEX ix_letter_state_due_at ON letter (state, due_at);
CREATE INDEX ix_letter_recipient_key_call ON letter (recipient_key, call);
CREATE INDEX ix_letter_created_at ON letter (created_at);
CREATE INDEX ix_audit_about ON audit (about);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit entries are only ever added'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit entries are only ever added'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('mail',4);
INSERT INTO "sqlite_sequence" VALUES('letter',2);
COMMIT;
