"""The likelihood of images by importance sampling in PyTorch, 784-200-200-50, Bernoulli head, 5,000 draws an image, in two ways.

python3 likelihood.py IMAGES [loop]    prints images per second; with "loop" one image after the other, 100 draws at a time, each encoded anew
"""
import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

DRAWS, AT_A_TIME, LATENT = 5_000, 100, 50


def log_weights(encoder, decoder, x, shape):
    mean, log_variance = encoder(x).chunk(2, -1)
    noise = torch.randn(*shape, LATENT)
    z = mean + (0.5 * log_variance).exp() * noise
    log_q = -0.5 * (log_variance + noise.square() + math.log(2 * math.pi)).sum(-1)
    log_p = -0.5 * (z.square() + math.log(2 * math.pi)).sum(-1)
    logits = decoder(z)
    return log_p - F.binary_cross_entropy_with_logits(logits, x.expand_as(logits), reduction="none").sum(-1) - log_q


@torch.no_grad()
def main(count, loop):
    torch.manual_seed(1)
    x = (torch.rand(count + 1, 784) < 0.13).float()
    encoder = nn.Sequential(nn.Linear(784, 200), nn.Tanh(), nn.Linear(200, 200), nn.Tanh(), nn.Linear(200, 2 * LATENT))
    decoder = nn.Sequential(nn.Linear(LATENT, 200), nn.Tanh(), nn.Linear(200, 200), nn.Tanh(), nn.Linear(200, 784))

    def one_by_one(images):
        for image in images:
            parts = [log_weights(encoder, decoder, image.repeat(AT_A_TIME, 1), (AT_A_TIME,)) for _ in range(DRAWS // AT_A_TIME)]
            yield torch.logsumexp(torch.cat(parts), 0) - math.log(DRAWS)

    def together(images):
        for part in images.split(64):
            sums = [torch.logsumexp(log_weights(encoder, decoder, part, (128, len(part))), 0) for _ in range(DRAWS // 128)]
            yield torch.logsumexp(torch.stack(sums), 0) - math.log(DRAWS)

    way = one_by_one if loop else together
    list(way(x[:1]))
    start = time.perf_counter()
    list(way(x[1:]))
    print(f"{count / (time.perf_counter() - start):.2f}")


main(int(sys.argv[1]), "loop" in sys.argv)
