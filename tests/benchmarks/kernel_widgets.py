#!/usr/bin/python3
"""How fast a picture follows a slider: from the move to the idle behind the new picture, and what 1,000 runs of such a cell leave behind.

    dotnet artifacts/bin/Workbook.Kernel/release/workbook-kernel.dll install --dir FOLDER
    JUPYTER_PATH=FOLDER tests/benchmarks/kernel_widgets.py [MOVES] [RUNS]

The picture is 28×28 grey values, computed anew at every move and sent as a PNG file, once drawn by Interact and once set as the value of an
Image. The page is played by this script: it sends a move when the last one is idle, as the widget libraries do.
"""
import os
import statistics
import sys
import time

from jupyter_client.manager import start_new_kernel

PICTURE = r"""
using Workbook.Widgets;
using System.IO.Compression;
byte[] Png(byte[] grey, int side)
{
    uint[] table = new uint[256];
    for (uint n = 0; n < 256; n++) { var c = n; for (var k = 0; k < 8; k++) c = (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1; table[n] = c; }
    var file = new MemoryStream();
    void Number(uint n) => file.Write(new[] { (byte)(n >> 24), (byte)(n >> 16), (byte)(n >> 8), (byte)n });
    void Chunk(string name, byte[] data)
    {
        Number((uint)data.Length);
        byte[] whole = Encoding.ASCII.GetBytes(name).Concat(data).ToArray();
        file.Write(whole);
        Number(~whole.Aggregate(0xFFFFFFFFu, (c, b) => table[(c ^ b) & 0xFF] ^ (c >> 8)));
    }
    file.Write(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A });
    Chunk("IHDR", new byte[] { 0, 0, 0, (byte)side, 0, 0, 0, (byte)side, 8, 0, 0, 0, 0 });
    var packed = new MemoryStream();
    using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, true))
        for (var row = 0; row < side; row++) { zip.WriteByte(0); zip.Write(grey, row * side, side); }
    Chunk("IDAT", packed.ToArray());
    Chunk("IEND", new byte[0]);
    return file.ToArray();
}
byte[] Decode(double z) => Png(Enumerable.Range(0, 784).Select(i => (byte)(128 + 127 * Math.Sin(z * (i % 28) / 4 + i / 28 * 0.3))).ToArray(), 28);
"""
INTERACT = 'Interact.With(new FloatSlider { Min = -3, Max = 3 }, z => HTML($"<img alt='28×28' src='data:image/png;base64,{Convert.ToBase64String(Decode(z))}'>"))'
IMAGE = "var seen = new Image();\nvar moved = new FloatSlider { Min = -3, Max = 3 };\nmoved.Changed += z => seen.Value = Decode(z);\nnew VBox(moved, seen)"


class Page:
    """Runs cells and moves sliders."""

    def __init__(self):
        self.manager, self.client = start_new_kernel(kernel_name="workbook")
        self.open, self.slider = set(), None

    def until_idle(self, asked):
        """Hears everything up to the idle of a request; returns how many messages changed a widget."""
        changes = 0
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            content = message["content"]
            if message["msg_type"] == "comm_open":
                self.open.add(content["comm_id"])
                if content["data"]["state"]["_model_name"] == "FloatSliderModel":
                    self.slider = content["comm_id"]
            elif message["msg_type"] == "comm_close":
                self.open.discard(content["comm_id"])
            elif message["msg_type"] == "comm_msg" and content["data"].get("method") == "update":
                changes += 1
            if message["parent_header"].get("msg_id") == asked and content.get("execution_state") == "idle":
                return changes

    def run(self, code):
        start = time.perf_counter()
        self.until_idle(self.client.execute(code))
        reply = self.client.get_shell_msg(timeout=60)
        assert reply["content"]["status"] == "ok", reply["content"]
        return (time.perf_counter() - start) * 1000

    def move(self, value):
        """Milliseconds from a move to the idle behind its picture."""
        start = time.perf_counter()
        data = {"method": "update", "state": {"value": value}, "buffer_paths": []}
        message = self.client.session.msg("comm_msg", {"comm_id": self.slider, "data": data})
        self.client.shell_channel.send(message)
        changes = self.until_idle(message["header"]["msg_id"])
        assert changes == 1, f"{changes} pictures came of one move"
        return (time.perf_counter() - start) * 1000

    def resident(self):
        with open(f"/proc/{self.manager.provisioner.process.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()


def moves(page, name, cell, count):
    page.run(cell)
    times = [page.move(-3 + 6 * (i % 997) / 997) for i in range(1, count + 1)]
    rest = times[10:]
    print(f"{name}: first move {times[0]:.1f} ms; then median {statistics.median(rest):.1f} ms, 95th percentile {statistics.quantiles(rest, n=20)[-1]:.1f} ms, "
          f"longest {max(rest):.1f} ms ({len(rest)} moves, {1000 / statistics.mean(rest):.0f} a second)", flush=True)


def runs(page, count):
    page.run(INTERACT)
    times, before = [], page.resident()
    for i in range(count):
        times.append(page.run(INTERACT))
        if (i + 1) % max(1, count // 5) == 0:
            print(f"  {i + 1} runs: {len(page.open)} comms open, {page.resident():.0f} MB resident (before: {before:.0f}), last 100 at {statistics.median(times[-100:]):.1f} ms", flush=True)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    again = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    page = Page()
    try:
        page.run(PICTURE)
        moves(page, "Interact with a 28×28 PNG", INTERACT, count)
        moves(page, "Image widget with a 28×28 PNG", IMAGE, count)
        print("The cell with Interact, run again and again:")
        runs(page, again)
    finally:
        page.close()


if __name__ == "__main__":
    main()
