"""Writes rows one per transaction, a new connection each, and remembers those the server acknowledged.

Usage: writer.py SECONDS. Ends earlier once there is a file ~/writer.stop. The connection comes from libpq's environment variables. Prints one JSON object at the end.
"""
import json
import os
import sys
import time

import psycopg2

OPTIONS = "connect_timeout=2 tcp_user_timeout=3000 options='-c statement_timeout=3000'"
PAUSE = 0.05


def attempt(number):
    connection = psycopg2.connect(OPTIONS)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute("INSERT INTO written VALUES (%s)", (number,))
    finally:
        connection.close()


def patiently(work):
    for _ in range(60):
        try:
            connection = psycopg2.connect(OPTIONS)
            with connection, connection.cursor() as cursor:
                return work(cursor)
        except psycopg2.Error:
            time.sleep(0.5)
    raise SystemExit("the database did not come back")


def main():
    patiently(lambda cursor: cursor.execute("CREATE TABLE IF NOT EXISTS written (number bigint PRIMARY KEY)"))
    acknowledged, errors, number = [], {}, int(time.time() * 1000)
    last, gap = time.monotonic(), 0.0
    end = last + float(sys.argv[1])
    open(os.path.expanduser("~/writer.started"), "w").close()
    while time.monotonic() < end and not os.path.exists(os.path.expanduser("~/writer.stop")):
        number += 1
        try:
            attempt(number)
            now = time.monotonic()
            gap, last = max(gap, now - last), now
            acknowledged.append(number)
        except psycopg2.Error as error:
            name = error.pgcode or "no connection"
            errors[name] = errors.get(name, 0) + 1
        time.sleep(PAUSE)

    def found(cursor):
        cursor.execute("SELECT number FROM written")
        return {row[0] for row in cursor.fetchall()}

    lost = len(set(acknowledged) - patiently(found))
    print(json.dumps({"acknowledged": len(acknowledged), "lost": lost, "outageSeconds": round(gap, 2),
                      "writing": time.monotonic() - last < 2, "errors": errors}))


main()
