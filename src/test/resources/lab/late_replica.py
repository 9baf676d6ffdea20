"""Runs HAProxy with a bundle's file in front of members that only pretend, and says what readers see while a replica is late.

  late_replica.py FILE LEADER REPLICA OTHER     addresses of this host; OTHER is gone from the start

Members answer as Patroni's API does (rest_api.rst): /primary, /replica, /replica?lag=; a session is told who serves it.
"""
import http.server
import socket
import subprocess
import sys
import threading
import time

STATES = {}


class Patroni(http.server.BaseHTTPRequestHandler):
    def do_OPTIONS(self):
        state = STATES[self.server.server_address[0]]
        if state == "gone":
            return
        well = {"/primary": state == "leads", "/replica": state in ("fit", "late")}.get(self.path, state == "fit")
        self.send_response(200 if well else 503)
        self.end_headers()

    def log_message(self, *words):
        pass


def serve(session, address):
    try:
        session.sendall(address.encode() + b"\n")
        for word in iter(lambda: session.recv(64), b""):
            session.sendall(word)
    except OSError:
        pass  # HAProxy cut it.


def listen(address):
    server = socket.create_server((address, 5432))
    while True:
        threading.Thread(target=serve, args=(server.accept()[0], address), daemon=True).start()


def reader():
    """A new session and who serves it; None if it is refused."""
    try:
        session = socket.create_connection(("127.0.0.1", 5001), timeout=5)
        return (session, session.recv(64).decode().strip()) if session.recv(1, socket.MSG_PEEK) else None
    except OSError:
        return None


def lives(session):
    try:
        session.sendall(b"?")
        return session.recv(1) == b"?"
    except OSError:
        return False


def wait(condition, what):
    end = time.monotonic() + 10
    while True:
        found = condition()
        if found:
            print(what, flush=True)
            return found
        if time.monotonic() > end:
            sys.exit(f"not within 10 s: {what}")
        time.sleep(0.2)


def served_by(address):
    found = reader()
    return found[0] if found and found[1] == address else None


def main(file, leader, replica, other):
    STATES.update({leader: "leads", replica: "fit", other: "gone"})
    for address in STATES:
        api = http.server.ThreadingHTTPServer((address, 8008), Patroni)
        threading.Thread(target=api.serve_forever, daemon=True).start()
        threading.Thread(target=listen, args=(address,), daemon=True).start()
    proxy = subprocess.Popen(["/usr/sbin/haproxy", "-db", "-f", file], stderr=subprocess.DEVNULL)
    try:
        session = wait(lambda: served_by(replica), "fit: served by the replica")
        STATES[replica] = "late"
        wait(lambda: not reader(), "late: nobody new")
        time.sleep(3)
        wait(lambda: lives(session), "late: who is there stays")
        STATES[replica] = "fit"
        wait(lambda: served_by(replica), "fit again: served by the replica")
        STATES[replica] = "late"
        wait(lambda: not reader(), "late again: nobody new")
        STATES[replica] = "gone"
        wait(lambda: not lives(session), "gone: cut")
        STATES[replica] = "fit"
        session = wait(lambda: served_by(replica), "back: served by the replica")
        STATES[replica], STATES[leader] = "leads", "fit"
        wait(lambda: not lives(session), "leads: cut")
        wait(lambda: served_by(leader), "leads: served by the other one")
    finally:
        proxy.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
