"""Watches from the network of one host whether it has an address, and whether its Patroni says that it leads.

Usage: watch.py ADDRESS HOST_ADDRESS|- INTERVAL. Prints one line for every change: time, 1 or 0, status of /primary (0: no answer).
"""
import http.client
import socket
import sys
import time

address, host, interval = sys.argv[1], sys.argv[2], float(sys.argv[3])
TICKS_PER_QUESTION = 5


def has(address):
    # Only an address of this host can be bound to.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind((address, 0))
            return 1
        except OSError:
            return 0


def leads():
    connection = http.client.HTTPConnection(host, 8008, timeout=1)
    try:
        connection.request("OPTIONS", "/primary")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


before, tick, status = None, 0, 0
while True:
    if host != "-" and tick % TICKS_PER_QUESTION == 0:
        status = leads()
    now = (has(address), status)
    if now != before:
        print(f"{time.time():.3f} {now[0]} {now[1]}", flush=True)
        before = now
    tick += 1
    time.sleep(interval)
