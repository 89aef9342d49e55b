"""One call, an epoch, a checkpoint and a figure in PyTorch and Plotly, the twins of Everyday.cs.

python3 everyday.py call|epoch|checkpoint|resume|figures [foreach|safely]     prints how many are done in a second; "safely" for a checkpoint
python3 everyday.py figure                                                    draws one
"""
import math
import os
import sys
import tempfile
import time

CALLS, POINTS = 100_000, 1000


def call(_):
    import torch
    a, b = torch.ones(2), torch.ones(2)

    def add():
        for _ in range(CALLS):
            torch.add(a, b)
    return CALLS, add


def training(of, size, forms):
    import torch
    from images import images
    torch.manual_seed(1)
    model, data = of(), images()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, **{form: True for form in forms})

    def epoch(steps=None):
        for rows in list(torch.randperm(len(data))[: len(data) // size * size].split(size))[:steps]:
            loss = model.loss(data[rows])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
    return model, optimizer, epoch, len(data) // size * size


def epoch(forms):
    from steps import Autoencoder
    _, _, epoch, images = training(Autoencoder, 128, forms)
    return images, epoch


def saved(forms):
    import torch
    from steps import dense_vae
    model, optimizer, epoch, _ = training(dense_vae, 128, set(forms) - {"safely"})
    epoch(1)
    path = os.path.join(tempfile.mkdtemp(), "checkpoint.pt")

    def save():
        aside = path + ".partial" if "safely" in forms else path
        with open(aside, "wb") as file:
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "random": torch.get_rng_state()}, file)
            if "safely" in forms:
                file.flush()
                os.fsync(file.fileno())
        if "safely" in forms:
            os.replace(aside, path)                     # a crash leaves the old one

    def load():
        parts, model = torch.load(path), dense_vae()
        optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
        model.load_state_dict(parts["model"])
        optimizer.load_state_dict(parts["optimizer"])
        torch.set_rng_state(parts["random"])
    save()
    return save, load


def checkpoint(forms):
    save, _ = saved(forms)
    return 10, lambda: [save() for _ in range(10)]


def resume(forms):
    _, load = saved(forms)
    return 10, lambda: [load() for _ in range(10)]


def draw():
    import plotly.graph_objects as go
    go.Figure(go.Scatter(y=[math.sin(i / 50) for i in range(POINTS)], mode="lines"), layout={"title": "loss"}).to_json()


def main(row, forms):
    if row == "figure":
        draw()
        return
    count, work = (100, lambda: [draw() for _ in range(100)]) if row == "figures" else {"call": call, "epoch": epoch, "checkpoint": checkpoint, "resume": resume}[row](forms)
    work()
    start = time.perf_counter()
    work()
    print(f"{count / (time.perf_counter() - start):.5g}")


main(sys.argv[1], sys.argv[2:])
