"""Drafting by mail: an organiser's announcement becomes a plan of a call, and answers by mail correct it or open it.

plan.py         Plan: the fields of a call file as far as they are known, and what should be checked
taking.py       is this mail an announcement, or an answer to a draft letter?
finding.py      the announcement in a mail
planned.py      a draft (core.announcement) to a plan
answer.py       the words of an answer: ok, corrections, and what is not understood
corrections.py  a plan and corrections to the next plan
lacking.py      what keeps a plan from being opened
shown.py        a plan as the words of a letter
"""
