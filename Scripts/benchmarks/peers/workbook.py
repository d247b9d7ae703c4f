"""Writes a list as an XLSX, as another program does: workbook.py LIST.csv BOOK.xlsx."""
import csv
import sys

import openpyxl

book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("Parc")
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.reader(file, delimiter=";"):
        sheet.append([int(cell) if cell.isdigit() and len(cell) < 4 else cell for cell in row])
book.save(sys.argv[2])
