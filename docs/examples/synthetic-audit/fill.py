"""Fills in the auditors' workbooks from truth.csv, as people do.

Usage: python3 fill.py SAMPLE-FOLDER, in a folder with truth.csv; it needs openpyxl. It writes filled-a.xlsx and filled-b.xlsx, which LibreOffice can
save in its own form:  soffice --headless --convert-to ods filled-b.xlsx

Days are written as days or as text, words in capitals now and then, a case with four crimes gets a row below the table, and auditor B does
not find 2 crimes of 100 that are there. Everything is invented.
"""

import csv
import datetime
import random
import sys

import openpyxl

SLIPS = {"a": 0.0, "b": 0.02}
FOLDER = sys.argv[1]
hand = random.Random(4)

truth = {}
with open("truth.csv") as file:
    for row in csv.DictReader(file):
        truth.setdefault(row["record"], []).append(row)


def moment(text, as_text):
    when = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M")
    return when.strftime("%d/%m/%Y %H:%M") if as_text else when


def write(sheet, row, column, crime, slips):
    slip = crime["judgement"] == "recorded" and hand.random() < slips
    judgement = "not recorded" if slip else crime["judgement"]
    as_text = hand.random() < 0.2
    cells = {
        "judgement": judgement.capitalize() if hand.random() < 0.1 else judgement,
        "class_due": crime["class_due"] or None,
        "received": moment(crime["received"], as_text),
        "victim_told": crime["victim_told"] or None,
    }
    if judgement.startswith("recorded"):
        cells["class_recorded"] = crime["class_recorded"]
        cells["recorded"] = moment(crime["recorded"], as_text)
    if slip:
        cells["notes"] = "could not find it"
    for name, value in cells.items():
        sheet.cell(row, column[name]).value = value


def fill(auditor, slips):
    with open(f"{FOLDER}/identity-{auditor}.csv") as file:
        record_of = {row["case"]: row["record"] for row in csv.DictReader(file)}
    book = openpyxl.load_workbook(f"{FOLDER}/sheet-{auditor}.xlsx")
    sheet = book["Judgements"]
    head = next(row for row in range(1, 10) if sheet.cell(row, 1).value == "case")
    column = {sheet.cell(head, at).value: at for at in range(1, sheet.max_column + 1)}
    last = max(row for row in range(head + 1, sheet.max_row + 1) if sheet.cell(row, 1).value)
    more = []
    for row in range(head + 1, last + 1):
        case, line = sheet.cell(row, column["case"]).value, int(sheet.cell(row, column["line"]).value)
        crimes = truth[record_of[case]]
        if line == 3 and len(crimes) > 3:
            more.append((case, crimes[3]))
        if line <= len(crimes):
            write(sheet, row, column, crimes[line - 1], slips)
    for case, crime in more:
        last += 1
        for name, value in {"case": case, "line": 4, "auditor": auditor.upper()}.items():
            sheet.cell(last, column[name]).value = value
        write(sheet, last, column, crime, slips)
    book.save(f"filled-{auditor}.xlsx")


for auditor, slips in SLIPS.items():
    fill(auditor, slips)
