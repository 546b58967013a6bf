"""The input paper: answers collected question by question, without who gave them (the Chatham House Rule).

What is surely an identifier is taken out; what looks like the name of somebody is taken out and marked, and a person checks
each answer before it leaves.
"""
