"""Hostile and odd files, made here so that none lies in the repository."""

import io
import struct
import zlib

from PIL import Image, ImageCms, PngImagePlugin

SCRIPT = b"<script>alert(1)</script><?php system('id'); ?>"


def encoded(image, format, **options):
    held = io.BytesIO()
    image.save(held, format, **options)
    return held.getvalue()


def plain(format="JPEG", size=(64, 48), mode="RGB", **options):
    return encoded(Image.linear_gradient("L").resize(size).convert(mode), format, **options)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of_declared_size(width, height):
    """A header of 33 bytes that promises any number of pixels."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + header + pixels + chunk(b"IEND", b"")


def png_with_chunk(kind, data):
    """A sound PNG with one more chunk after its header."""
    png = plain("PNG")
    return png[:33] + chunk(kind, data) + png[33:]


def gif_of_declared_size(width, height):
    gif = bytearray(plain("GIF", mode="P"))
    gif[6:10] = struct.pack("<HH", width, height)
    return bytes(gif)


def webp_of_declared_size(width, height):
    def three(number):
        return struct.pack("<I", number - 1)[:3]

    header = b"VP8X" + struct.pack("<IB3x", 10, 0) + three(width) + three(height)
    body = b"WEBP" + header + plain("WEBP")[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def moving(format, frames=3):
    first, *rest = (
        Image.new("RGB", (8, 8), (n * 80 % 256, n // 256, n % 256)) for n in range(frames)
    )
    return encoded(first, format, save_all=True, append_images=rest)


def jpeg_of_many_scans():
    """Each scan costs the decoder the time of a whole picture."""
    jpeg = plain(size=(640, 480), progressive=True)
    last = jpeg.rindex(b"\xff\xda")
    return jpeg[:-2] + jpeg[last:-2] * 500 + b"\xff\xd9"


def with_camera_and_place(image=None, format="JPEG", orientation=1):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825).update({1: "N", 2: (43.0, 14.0, 0.0), 3: "E", 4: (76.0, 53.0, 0.0)})
    return encoded(image or Image.new("RGB", (40, 20), "red"), format, exif=exif)


def with_text():
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", SCRIPT.decode())
    info.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>SecretCamera</x:xmpmeta>")
    return plain("PNG", pnginfo=info)


def profile(space="sRGB"):
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()


SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'
HEIC = struct.pack(">I", 24) + b"ftypheic" + b"\0" * 64
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%id) (w) file\n"

# name → (bytes, the code it is refused with)
REFUSED = {
    "nothing": (b"", "empty"),
    "too heavy": (plain() + b"\0" * 15 * 1024 * 1024, "heavy"),
    "svg": (SVG, "svg"),
    "svg after a comment": (b"<!-- hello -->" + SVG, "svg"),
    "php": (SCRIPT, "unknown"),
    "html": (b"<!doctype html>" + SCRIPT, "unknown"),
    "pdf": (b"%PDF-1.7\n" + SCRIPT, "unknown"),
    "zip": (b"PK\x03\x04" + bytes(60), "unknown"),
    "postscript": (EPS, "unknown"),
    "heic": (HEIC, "heic"),
    "tiff": (plain("TIFF"), "unknown"),
    "bmp": (plain("BMP"), "unknown"),
    "icon": (plain("ICO"), "unknown"),
    "a PNG of 30,000 × 30,000": (png_of_declared_size(30_000, 30_000), "pixels"),
    "a PNG of 12,000 × 2,001": (png_of_declared_size(12_000, 2_001), "pixels"),
    "a side of ten million": (png_of_declared_size(10_000_000, 1), "side"),
    "a height of ten million": (png_of_declared_size(1, 10_000_000), "side"),
    "a side of two thousand million": (png_of_declared_size(2**31 - 1, 2**31 - 1), "pixels"),
    "no width": (png_of_declared_size(0, 10), "unknown"),
    "a GIF of 65,535 × 65,535": (gif_of_declared_size(65_535, 65_535), "pixels"),
    "a WebP of 16,000 × 16,000": (webp_of_declared_size(16_000, 16_000), "pixels"),
    "a WebP of 60,000 × 60,000": (webp_of_declared_size(60_000, 60_000), None),
    "a GIF that moves": (moving("GIF"), "animated"),
    "a GIF of 3,000 frames": (moving("GIF", 3_000), "animated"),
    "a PNG that moves": (moving("PNG"), "animated"),
    "a WebP that moves": (moving("WEBP"), "animated"),
    "an AVIF that moves": (moving("AVIF"), "animated"),
    "a JPEG of 500 scans": (jpeg_of_many_scans(), "scans"),
    "half a JPEG": (plain(size=(640, 480))[:2_000], "damaged"),
    "half a PNG": (plain("PNG", size=(640, 480))[:200], "damaged"),
    "half a WebP": (plain("WEBP", size=(640, 480))[:200], None),
    "half an AVIF": (plain("AVIF", size=(640, 480))[:300], None),
    "a JPEG of its first bytes": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", None),
    "noise after a PNG signature": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, None),
    "a text bomb": (
        png_with_chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(90_000_000), 9)),
        "damaged",
    ),
}

# name → (bytes, the extension it is kept under)
REDRAWN = {
    "JPEG": (plain(), "jpg"),
    "JPEG in grey": (plain(mode="L"), "jpg"),
    "JPEG in CMYK": (plain(mode="CMYK"), "jpg"),
    "JPEG with a broken profile": (plain(icc_profile=b"nonsense" * 40), "jpg"),
    "JPEG with a profile": (plain(icc_profile=profile()), "jpg"),
    "JPEG with a comment": (plain(comment=SCRIPT), "jpg"),
    "JPEG and PHP behind it": (plain() + SCRIPT, "jpg"),
    "JPEG and a ZIP behind it": (plain() + b"PK\x03\x04" + SCRIPT, "jpg"),
    "JPEG with camera and place": (with_camera_and_place(), "jpg"),
    "a phone's photograph with a preview": (
        encoded(
            Image.new("RGB", (40, 20)),
            "MPO",
            save_all=True,
            append_images=[Image.new("RGB", (9, 9))],
        ),
        "jpg",
    ),
    "PNG": (plain("PNG"), "png"),
    "PNG with text": (with_text(), "png"),
    "PNG and a script behind it": (plain("PNG") + SCRIPT, "png"),
    "PNG in 16 bits": (encoded(Image.new("I;16", (9, 9), 40_000), "PNG"), "png"),
    "PNG in black and white": (plain("PNG", mode="1"), "png"),
    "PNG in grey with transparency": (plain("PNG", mode="LA"), "png"),
    "PNG with camera and place": (with_camera_and_place(format="PNG"), "png"),
    "a still GIF": (plain("GIF", mode="P"), "png"),
    "a GIF that is also a script": (plain("GIF", mode="P") + b"/*" + SCRIPT, "png"),
    "WebP": (plain("WEBP"), "webp"),
    "WebP with camera and place": (with_camera_and_place(format="WEBP"), "webp"),
    "AVIF": (plain("AVIF"), "avif"),
    "AVIF with camera and place": (with_camera_and_place(format="AVIF"), "avif"),
}
