#!/usr/bin/python3
"""Writes numbered rows while something is done to the cluster, and says what applications would have seen.

  writer.py [--password-file FILE] [--while FILE] SECONDS

Where to connect to comes from libpq's environment variables:

  export PGHOST=BALANCER PGPORT=5432 PGDATABASE=app PGUSER=app PGTARGETSESSIONATTRS=read-write
  PGPASSWORD=$(cat secrets/application) python3 writer.py 300

Two writers try about 20 times per second each: one connects anew for every row, the other keeps its session and connects
again when that breaks. They end with Ctrl-C, or when the file after --while has been removed, which is made once both
have written, and at the latest 30 seconds before SECONDS are over. Then the rows are read back, the table is dropped,
which has a name that no other run uses, and one JSON object says how it went. Needs psycopg2.
"""
import argparse
import json
import os
import signal
import socket
import sys
import threading
import time

import psycopg2

# An attempt is given up by these: to connect, per host; without an answer to what was sent; while the server works on it.
LIMITS = ("application_name=pg-ha-drill connect_timeout=2 tcp_user_timeout=3000 "
          "keepalives_idle=2 keepalives_interval=1 keepalives_count=2 options='-c statement_timeout=3000'")
# A session is cut after these seconds without an answer, as an application's own time limit would do.
PATIENCE = 5.0
PAUSE = 0.05
# Kept from the writing for reading back.
READING_BACK = 30
READ_ONLY = "25006"
# psycopg2 has no SQLSTATE for what goes wrong while connecting; libpq's words, which stay English here, tell these apart.
# Of several hosts each says something: that those which answer are read-only counts most.
WITHOUT_SQLSTATE = {"session is read-only": "no leader", "is shutting down": "57P03", "is starting up": "57P03",
                    "not yet accepting": "57P03", "Connection refused": "refused", "timeout expired": "timeout",
                    "timed out": "timeout", "No route to host": "unreachable", "closed the connection": "closed"}


def kind(error):
    return error.pgcode or next((name for words, name in WITHOUT_SQLSTATE.items() if words in str(error)), "other")


class Writer(threading.Thread):
    def __init__(self, name, keeps_session, table):
        super().__init__(name=name, daemon=True)
        self.keeps_session = keeps_session
        self.insert = f"INSERT INTO {table} VALUES (%s, %s)"
        self.connection = None
        self.began = None
        # Nobody closes a connection while it is being cut: its number could already be another file's.
        self.lock = threading.Lock()
        self.number = 0
        self.acknowledged = set()
        self.errors = {}
        self.messages = {}
        self.first = self.last = None
        self.gap = self.hang = 0.0
        self.writing = False
        self.may_end = threading.Event()
        self.must_end = threading.Event()

    def run(self):
        while not (self.must_end.is_set() or (self.may_end.is_set() and self.writing)):
            self.number += 1
            self.began = time.monotonic()
            try:
                self.write()
                self.note_success()
            except psycopg2.Error as error:
                self.note_failure(error)
            self.hang = max(self.hang, time.monotonic() - self.began)
            self.began = None
            if not self.keeps_session or (self.connection is not None and self.connection.closed):
                self.disconnect()
            time.sleep(PAUSE)
        self.disconnect()

    def write(self):
        if self.connection is None:
            connection = psycopg2.connect(LIMITS)
            connection.autocommit = True
            with self.lock:
                self.connection = connection
        with self.connection.cursor() as cursor:
            cursor.execute(self.insert, (self.name, self.number))

    def note_success(self):
        now = time.monotonic()
        self.gap = max(self.gap, now - (self.last or now))
        self.first = self.first or now
        self.last = now
        self.acknowledged.add(self.number)
        self.writing = True

    def note_failure(self, error):
        code = kind(error)
        self.errors[code] = self.errors.get(code, 0) + 1
        self.messages.setdefault(code, str(error).strip().splitlines()[0] if str(error).strip() else "")
        self.writing = False

    def disconnect(self):
        with self.lock:
            if self.connection is not None:
                self.connection.close()
                self.connection = None

    def cut_if_it_hangs(self):
        with self.lock:
            began = self.began
            if self.connection is None or self.connection.closed or began is None:
                return
            if time.monotonic() - began > PATIENCE:
                try:
                    with socket.socket(fileno=os.dup(self.connection.fileno())) as other:
                        other.shutdown(socket.SHUT_RDWR)
                except (OSError, psycopg2.Error):
                    pass

    def result(self, acknowledged, found):
        now = time.monotonic()
        began = self.began
        gap = self.gap if self.writing or self.last is None else max(self.gap, now - self.last)
        hang = self.hang if began is None else max(self.hang, now - began)
        return {"acknowledged": len(acknowledged),
                "lost": None if found is None else len(acknowledged - found),
                "outageSeconds": round(gap, 2), "longestHangSeconds": round(hang, 2),
                "readOnlyErrors": self.errors.get(READ_ONLY, 0),
                "errors": {code: count for code, count in self.errors.items() if code != READ_ONLY},
                "firstMessages": self.messages, "writing": self.writing}


def patiently(work, until):
    """Tries until the time is over; then what went wrong the last time counts."""
    while True:
        try:
            connection = psycopg2.connect(LIMITS)
            try:
                with connection, connection.cursor() as cursor:
                    return work(cursor)
            finally:
                connection.close()
        except psycopg2.Error:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def read_back(table, writers, until):
    def rows(cursor):
        cursor.execute(f"SELECT writer, number FROM {table}")
        return cursor.fetchall()

    found = {writer.name: set() for writer in writers}
    for name, number in patiently(rows, until):
        found[name].add(number)
    return found


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("--password-file")
    arguments.add_argument("--while", dest="file")
    arguments.add_argument("seconds", type=int)
    asked = arguments.parse_args()
    end = time.monotonic() + asked.seconds
    # Whatever hangs: the kernel keeps the promise about the time.
    signal.alarm(asked.seconds)
    if asked.password_file:
        with open(asked.password_file, encoding="utf-8") as file:
            os.environ["PGPASSWORD"] = file.read().strip()
    if "," in os.environ.get("PGHOST", ""):
        os.environ["PGTARGETSESSIONATTRS"] = "read-write"
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *ignored: stop.set())

    table = f"pg_ha_drill_{int(time.time() * 1000)}_{os.getpid()}"
    try:
        patiently(lambda cursor: cursor.execute(
            f"CREATE TABLE {table} (writer text, number bigint, PRIMARY KEY (writer, number))"),
            time.monotonic() + 5)
    except psycopg2.Error as error:
        sys.exit(f"cannot write before anything was done: {error}")
    writers = [Writer("connections", False, table), Writer("session", True, table)]
    for writer in writers:
        writer.start()
    announced = False
    while not stop.is_set() and time.monotonic() < end - READING_BACK:
        if not announced and all(writer.first for writer in writers):
            announced = True
            if asked.file:
                open(asked.file, "w", encoding="utf-8").close()
        if announced and asked.file and not os.path.exists(asked.file):
            break
        for writer in writers:
            writer.cut_if_it_hangs()
        stop.wait(0.1)
    # One more write of each, so that an outage is not taken as over because nobody looked any more.
    for writer in writers:
        writer.may_end.set()
    while any(writer.is_alive() for writer in writers) and time.monotonic() < end - READING_BACK:
        for writer in writers:
            writer.cut_if_it_hangs()
        time.sleep(0.1)
    for writer in writers:
        writer.must_end.set()
    for writer in writers:
        writer.join(PATIENCE)
    # What is acknowledged to a writer that still hangs comes too late to be read back.
    acknowledged = {writer.name: set(writer.acknowledged) for writer in writers}
    found, left = None, table
    try:
        found = read_back(table, writers, end - READING_BACK / 2)
        patiently(lambda cursor: cursor.execute(f"DROP TABLE {table}"), end - READING_BACK / 4)
        left = None
    except psycopg2.Error as error:
        print(f"cannot read back or clean up: {error}", file=sys.stderr)
    results = {writer.name: writer.result(acknowledged[writer.name], found and found[writer.name]) for writer in writers}
    print(json.dumps({"lost": None if found is None else sum(one["lost"] for one in results.values()),
                      "tableLeft": left, "writers": results}), flush=True)
    # Not waiting for a writer that still hangs.
    os._exit(0 if found is not None else 1)


if __name__ == "__main__":
    main()
