"""Reads a file whole, as text, and prints the seconds, records and cells: reading.py csv|polars|openpyxl FILE."""
import sys
import time


def by_csv(path):
    import csv

    started = time.monotonic()
    records = cells = 0
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter=";"):
            records += 1
            cells += len(row)
    return time.monotonic() - started, records, cells


def by_polars(path):
    import polars

    started = time.monotonic()
    table = polars.read_csv(path, separator=";", has_header=False, infer_schema=False)
    return time.monotonic() - started, table.height, table.height * table.width


def by_openpyxl(path):
    import openpyxl

    started = time.monotonic()
    records = cells = 0
    for row in openpyxl.load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True):
        records += 1
        cells += len(row)
    return time.monotonic() - started, records, cells


print(*{"csv": by_csv, "polars": by_polars, "openpyxl": by_openpyxl}[sys.argv[1]](sys.argv[2]))
