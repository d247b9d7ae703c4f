"""The same machines as files of every kind that an import reads."""

import csv
import json
import zipfile
from xml.sax.saxutils import escape

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def as_csv(path):
    return path


def as_json(path):
    heading, *rows = cells(path)
    return written(path, ".json", json.dumps([dict(zip(heading, row)) for row in rows], ensure_ascii=False))


def as_zip(path):
    packed = path.with_suffix(".zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, "parc.csv")
    return packed


def as_xlsx(path):
    def row(number, values):
        shown = "".join(f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>' for value in values)
        return f'<row r="{number}">{shown}</row>'

    rows = "".join(row(number, values) for number, values in enumerate(cells(path), 1))
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return packed(path, ".xlsx", {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{relation}">'
                           '<sheets><sheet name="Parc" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>',
    })


def as_ods(path):
    def row(values):
        shown = "".join(f"<table:table-cell><text:p>{escape(value)}</text:p></table:table-cell>" for value in values)
        return f"<table:table-row>{shown}</table:table-row>"

    rows = "".join(map(row, cells(path)))
    return packed(path, ".ods", {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f'<office:document-content xmlns:office="{OFFICE}" xmlns:table="{TABLE}" xmlns:text="{TEXT}"><office:body>'
                       f'<office:spreadsheet><table:table table:name="Parc">{rows}</table:table></office:spreadsheet></office:body>'
                       "</office:document-content>",
    })


def as_reports(path):
    """A folder of reports of lshw, one for each machine."""
    folder = path.with_suffix("")
    folder.mkdir()
    for number, (_, _, maker, model, serial, *_, drive, _, _, _) in enumerate(cells(path)[1:]):
        disk = {"id": "disk", "class": "disk", "logicalname": "/dev/sda", "product": "SSD", "serial": drive,
                "units": "bytes", "size": 256_000_000_000}
        core = {"id": "core", "class": "bus", "children": [disk]}
        machine = {"id": "bench", "class": "system", "description": "Laptop", "vendor": maker, "product": model, "serial": serial,
                   "configuration": {"chassis": "laptop"}, "children": [core]}
        (folder / f"{number:04}.json").write_text(json.dumps(machine), encoding="utf-8")
    return folder


KINDS = {
    "csv": ("devices", as_csv), "xlsx": ("devices", as_xlsx), "ods": ("devices", as_ods), "json": ("devices", as_json),
    "zip": ("devices", as_zip), "reports": ("hardware", as_reports),
}


def cells(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def written(path, suffix, text):
    target = path.with_suffix(suffix)
    target.write_text(text, encoding="utf-8")
    return target


def packed(path, suffix, parts):
    target = path.with_suffix(suffix)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            # By which OpenDocument is told: its type stands first, and as it is.
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, text, packing)
    return target
