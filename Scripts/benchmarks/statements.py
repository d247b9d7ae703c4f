"""The statements that one request sends, as a script for pgbench."""
import re
import time


def of_request(server, database, ask, number):
    """What the server executes while `ask` runs, with `number` drawn anew each time."""
    log = f"{server.socket}/log"
    server.sql("postgres", "ALTER SYSTEM SET log_min_duration_statement = 0", "SELECT pg_reload_conf()")
    time.sleep(0.5)
    with open(log, encoding="utf-8") as file:
        file.seek(0, 2)
        ask()
        time.sleep(0.5)
        written = file.read()
    server.sql("postgres", "ALTER SYSTEM RESET log_min_duration_statement", "SELECT pg_reload_conf()")
    statements = []
    for entry in re.split(r"\n(?=\d{4}-\d\d-\d\d )", written):
        executed = re.search(r"LOG:  duration: [\d.]+ ms  (?:execute [^:]*|statement): (.*)", entry, re.DOTALL)
        parameters = re.search(r"DETAIL:  parameters: (.*)", entry, re.DOTALL)
        if executed and "ALTER SYSTEM" not in executed[1] and "pg_reload_conf" not in executed[1]:
            statements.append(executed[1].strip())
        elif parameters and statements:
            statements[-1] = filled(statements[-1], parameters[1], number)
    if not any(":device" in statement for statement in statements):
        raise SystemExit("bench: the request's statements do not name its device")
    return "".join(f"{' '.join(statement.split())};\n" for statement in statements)


def filled(statement, parameters, number):
    values = {place: value for place, value in re.findall(r"\$(\d+) = ('(?:[^']|'')*'|NULL)", parameters)}
    values = {place: ":device" if value == f"'{number}'" else value for place, value in values.items()}
    return re.sub(r"\$(\d+)", lambda found: values.get(found[1], found[0]), statement)
