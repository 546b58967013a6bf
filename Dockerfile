# Two stages: what builds stays behind, and the image holds an interpreter, the locked libraries and mailbot.
FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_NO_INPUT=1
WORKDIR /src
RUN python -m venv /opt/mailbot
COPY requirements/build.txt requirements/runtime.txt requirements/
RUN /opt/mailbot/bin/pip install --quiet --require-hashes -r requirements/build.txt \
    && /opt/mailbot/bin/pip install --quiet --require-hashes --no-build-isolation -r requirements/runtime.txt
COPY pyproject.toml README.md LICENSE ./
COPY mailbot mailbot
COPY rules rules
COPY templates templates
RUN /opt/mailbot/bin/pip install --quiet --no-index --no-deps --no-build-isolation . \
    && /opt/mailbot/bin/pip uninstall --quiet --yes hatchling pathspec pluggy setuptools tomlkit trove-classifiers wheel pip \
    && /opt/mailbot/bin/python -m compileall -q /opt/mailbot/lib

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /var/lib/mailbot --shell /usr/sbin/nologin mailbot \
    && install -d -o mailbot -g mailbot -m 0700 /var/lib/mailbot \
    && install -d /etc/mailbot
COPY --from=build /opt/mailbot /opt/mailbot
ENV PATH=/opt/mailbot/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    MAILBOT_FOLDERS__DATA=/var/lib/mailbot \
    MAILBOT_LOG__FORMAT=json
# Settings, call files and secrets are mounted here; whatever is not in mailbot.toml comes from MAILBOT_… variables.
WORKDIR /etc/mailbot
USER mailbot
VOLUME /var/lib/mailbot
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=10s --start-period=120s --retries=3 CMD ["mailbot", "check", "--live"]
# The exec form: signals reach mailbot itself, which ends within ten seconds.
ENTRYPOINT ["mailbot"]
CMD ["run"]
