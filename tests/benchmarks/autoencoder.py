"""The twin of Experiment.cs in PyTorch: 784-400-20, Bernoulli head, Adam at 0.001, batches of 128.

python3 autoencoder.py STEPS [foreach]    prints the examples per second of the whole training loop
"""
import gzip
import os
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

BATCH, WARM_UP = 128, 100


def images():
    file = os.path.join(os.environ.get("WORKBOOK_DATA", "data"), "mnist", "train-images-idx3-ubyte.gz")
    if not os.path.exists(file):
        return torch.rand(60_000, 784)
    pixels = torch.frombuffer(bytearray(gzip.open(file).read()[16:]), dtype=torch.uint8)
    return pixels.reshape(-1, 784).float() / 255


def main(steps, foreach):
    torch.manual_seed(1)
    x = images()
    model = nn.Sequential(
        nn.Linear(784, 400), nn.ReLU(), nn.Linear(400, 20),
        nn.Linear(20, 400), nn.ReLU(), nn.Linear(400, 784))
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, foreach=foreach)

    def run(count):
        done = 0
        while done < count:
            for rows in torch.randperm(len(x))[: len(x) // BATCH * BATCH].split(BATCH):
                batch = x[rows]
                optimizer.zero_grad(set_to_none=True)
                loss = F.binary_cross_entropy_with_logits(model(batch), batch, reduction="sum") / BATCH
                loss.backward()
                optimizer.step()
                done += 1
                if done == count:
                    break

    run(WARM_UP)
    start = time.perf_counter()
    run(steps)
    print(f"{steps * BATCH / (time.perf_counter() - start):.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]), "foreach" in sys.argv)
