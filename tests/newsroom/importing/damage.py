"""What is done to the bytes of a document so that it lies, bursts or breaks."""

import io
import struct
import zipfile

from tests.newsroom.importing.word_documents import TYPES, document, word


def bomb_of_text():
    return word(f"<w:p><w:r><w:t>{'a' * 290_000_000}</w:t></w:r></w:p>")


def understated():
    """Promises 100 bytes for a document that unpacks to 80 MB."""
    data = bytearray(word(" " * 80_000_000))
    name = b"word/document.xml"
    local = data.find(name) - 30
    central = data.rfind(b"PK\x01\x02", 0, data.rfind(name))
    struct.pack_into("<I", data, local + 22, 100)
    struct.pack_into("<I", data, central + 24, 100)
    return bytes(data)


def overlapping():
    """Many entries of the directory that all share the bytes of one."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr("word/document.xml", document(" " * 10_000_000))
        first = made.infolist()[-1]
        for number in range(100):
            copy = zipfile.ZipInfo(f"word/document{number}.xml")
            for field in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(copy, field, getattr(first, field))
            made.filelist.append(copy)
            made.NameToInfo[copy.filename] = copy
    return buffer.getvalue()


def many_attributes():
    return " ".join(f'w:a{n}="1"' for n in range(100_000))


def flipped(data):
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        part = made.getinfo("word/document.xml")
    place = part.header_offset + 30 + len(part.filename) + part.compress_size // 2
    return data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]


def encrypted(data):
    """The same with the flag that says: encrypted."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(signature)
        while place >= 0:
            changed[place + offset] |= 1
            place = changed.find(signature, place + 4)
    return bytes(changed)


def compression_of(data, method):
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = changed.find(signature)
        while place >= 0:
            struct.pack_into("<H", changed, place + offset, method)
            place = changed.find(signature, place + 4)
    return bytes(changed)


def noise():
    """The same 20,000 bytes each time, of every value."""
    value, made = 12345, bytearray()
    for _number in range(20_000):
        value = (value * 1103515245 + 12345) % 2**31
        made.append(value >> 16 & 255)
    return bytes(made)
