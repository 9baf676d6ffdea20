"""A client that strains the patience of servers.

  slow_client.py slowly CONNECTION     asks for 100 MB, reads a little, pauses for half a minute, reads the rest
  slow_client.py lost CONNECTION       opens a session that does nothing and one that is sent rows, and waits to be cut off

Takes the password from standard input. Says one line: "rows N", "cut: WHY", or the two ports that it speaks from.
"""
import os
import socket
import sys
import time

import psycopg2

ROWS = 100_000
PAUSE = 30


class Reader:
    """Takes rows, and rests after the first ones."""

    def __init__(self, rest):
        self.rows, self.rest, self.rested = 0, rest, False

    def write(self, data):
        self.rows += data.count(b"\n")
        if not self.rested:
            self.rested = True
            self.rest()


def port(connection):
    with socket.socket(fileno=os.dup(connection.fileno())) as end:
        return end.getsockname()[1]


def copy(connection, rows, rest):
    reader = Reader(rest)
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY (SELECT repeat('x', 1000) FROM generate_series(1, {rows})) TO STDOUT", reader)
    return reader.rows


def main(how, words):
    words = words + " password=" + sys.stdin.readline().strip()
    if how == "slowly":
        try:
            print("rows", copy(psycopg2.connect(words), ROWS, lambda: time.sleep(PAUSE)), flush=True)
        except psycopg2.Error as reason:
            print("cut:", " ".join(str(reason).split()), flush=True)
        return
    idle, sent = psycopg2.connect(words), psycopg2.connect(words)
    idle.cursor().execute("SELECT 1")

    def wait():
        print(port(idle), port(sent), flush=True)
        time.sleep(600)

    copy(sent, 10 * ROWS, wait)


if __name__ == "__main__":
    main(*sys.argv[1:])
