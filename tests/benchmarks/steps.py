"""Training steps in PyTorch, the twins of Steps.cs: the same sizes, batches by index from data that stay where they are, no DataLoader.

python3 steps.py ROW STEPS [foreach|fused] [compiled]    prints the examples per second; Adam in one call or in one pass, the loss compiled
python3 steps.py ROW STEPS cuda [fused] [graphs]         the same on a GPU, data there: Adam in one kernel, the loss compiled and its kernels
                                                          recorded and played back as one
"""
import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

from images import images

WARM_UP, COMPILING = 30, 100         # steps before the clock starts


class Autoencoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(784, 400), nn.ReLU(), nn.Linear(400, 20), nn.Linear(20, 400), nn.ReLU(), nn.Linear(400, 784))

    def loss(self, x):
        return F.binary_cross_entropy_with_logits(self.layers(x), x, reduction="sum") / len(x)


class Vae(nn.Module):
    def __init__(self, encoder, decoder, latent):
        super().__init__()
        self.encoder, self.decoder, self.latent = encoder, decoder, latent

    def loss(self, x):
        mean, log_variance = self.encoder(x).chunk(2, -1)
        z = mean + (0.5 * log_variance).exp() * torch.randn_like(mean)
        nats = F.binary_cross_entropy_with_logits(self.decoder(z), x, reduction="sum")
        divergence = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).sum()
        return (nats + divergence) / len(x)


def dense_vae():
    return Vae(nn.Sequential(nn.Linear(784, 400), nn.ReLU(), nn.Linear(400, 40)), nn.Sequential(nn.Linear(20, 400), nn.ReLU(), nn.Linear(400, 784)), 20)


def convolutional_vae(channels=16, latent=20):
    wide = 2 * channels * 49
    encoder = nn.Sequential(
        nn.Unflatten(1, (1, 28, 28)), nn.Conv2d(1, channels, 4, 2, 1), nn.ReLU(), nn.Conv2d(channels, 2 * channels, 4, 2, 1), nn.ReLU(),
        nn.Flatten(), nn.Linear(wide, 2 * latent))
    decoder = nn.Sequential(
        nn.Linear(latent, wide), nn.ReLU(), nn.Unflatten(1, (2 * channels, 7, 7)), nn.ConvTranspose2d(2 * channels, channels, 4, 2, 1), nn.ReLU(),
        nn.ConvTranspose2d(channels, 1, 4, 2, 1), nn.Flatten())
    return Vae(encoder, decoder, latent)


class Iwae(nn.Module):
    def __init__(self, k=50, latent=50):
        super().__init__()
        self.k, self.latent = k, latent
        self.encoder = nn.Sequential(nn.Linear(784, 200), nn.Tanh(), nn.Linear(200, 200), nn.Tanh(), nn.Linear(200, 2 * latent))
        self.decoder = nn.Sequential(nn.Linear(latent, 200), nn.Tanh(), nn.Linear(200, 200), nn.Tanh(), nn.Linear(200, 784))

    def loss(self, x):
        mean, log_variance = self.encoder(x).chunk(2, -1)
        noise = torch.randn(self.k, *mean.shape)
        z = mean + (0.5 * log_variance).exp() * noise
        logits = self.decoder(z)
        log_p = -0.5 * z.square().sum(-1) - F.binary_cross_entropy_with_logits(logits, x.expand_as(logits), reduction="none").sum(-1)
        log_q = -0.5 * (log_variance + noise.square()).sum(-1)
        return (math.log(self.k) - torch.logsumexp(log_p - log_q, 0)).mean()


class Contractive(nn.Module):
    def __init__(self, units=256):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(units, 784) / 28)
        self.hidden, self.visible = nn.Parameter(torch.zeros(units)), nn.Parameter(torch.zeros(784))

    def loss(self, x):
        h = torch.sigmoid(F.linear(x, self.weight, self.hidden))
        nats = F.binary_cross_entropy_with_logits(F.linear(h, self.weight.t(), self.visible), x, reduction="sum") / len(x)
        slopes = (h * (1 - h)).square()
        return nats + 0.1 * (slopes @ self.weight.square().sum(1)).mean()


class M2(nn.Module):
    """The label's part of a first layer is a row of its own matrix, so that no one-hot vector is ever multiplied."""

    def __init__(self, hidden=500, latent=50, classes=10):
        super().__init__()
        self.classifier = nn.Sequential(nn.Linear(784, hidden), nn.ReLU(), nn.Linear(hidden, classes))
        self.x, self.y = nn.Linear(784, hidden), nn.Parameter(torch.randn(classes, hidden) / 10)
        self.code = nn.Linear(hidden, 2 * latent)
        self.z, self.y2 = nn.Linear(latent, hidden), nn.Parameter(torch.randn(classes, hidden) / 10)
        self.pixels = nn.Linear(hidden, 784)
        self.labelled, self.labels = images()[:100], torch.arange(100) % classes

    def bound(self, x, rows, rows2):
        mean, log_variance = self.code(F.relu(self.x(x) + rows)).chunk(2, -1)
        z = mean + (0.5 * log_variance).exp() * torch.randn_like(mean)
        logits = self.pixels(F.relu(self.z(z) + rows2))
        nats = F.binary_cross_entropy_with_logits(logits, x.expand_as(logits), reduction="none").sum(-1)
        return nats + math.log(10) + 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).sum(-1)

    def loss(self, x):
        every = self.bound(x, self.y.unsqueeze(1), self.y2.unsqueeze(1))
        log_q = self.classifier(x).log_softmax(-1).t()
        unlabelled = (log_q.exp() * (every + log_q)).sum(0).mean()
        labelled = self.bound(self.labelled, self.y[self.labels], self.y2[self.labels]).mean()
        return 0.99 * unlabelled + 0.01 * labelled + F.cross_entropy(self.classifier(self.labelled), self.labels)


class Masked(nn.Module):
    """15 % of the tokens of each sentence are selected: 80 % become [MASK], 10 % another token, 10 % stay."""
    VOCABULARY, LENGTH, MASK, ORDINARY = 500, 12, 3, 5

    def __init__(self, size=64, depth=2, heads=4):
        super().__init__()
        self.tokens, self.places = nn.Embedding(self.VOCABULARY, size), nn.Parameter(torch.randn(self.LENGTH, size) / size ** 0.5)
        layer = nn.TransformerEncoderLayer(size, heads, 4 * size, dropout=0, activation=F.silu, batch_first=True, norm_first=True)
        self.layers, self.norm = nn.TransformerEncoder(layer, depth), nn.LayerNorm(size)
        self.bias = nn.Parameter(torch.zeros(self.VOCABULARY))

    def loss(self, x):
        selected = torch.rand(x.shape) < 0.15
        how = torch.rand(x.shape)
        inputs = torch.where(selected & (how < 0.8), self.MASK, x)
        inputs = torch.where(selected & (how >= 0.9), torch.randint(self.ORDINARY, self.VOCABULARY, x.shape), inputs)
        hidden = self.layers(self.tokens(inputs) + self.places)[selected]
        return F.cross_entropy(self.norm(hidden) @ self.tokens.weight.t() + self.bias, x[selected])


ROWS = {
    "autoencoder": (Autoencoder, 128),
    "vae-32": (dense_vae, 32), "vae-128": (dense_vae, 128), "vae-1024": (dense_vae, 1024), "convolution": (convolutional_vae, 128),
    "iwae": (Iwae, 20), "contractive": (Contractive, 128), "m2": (M2, 100), "masked": (Masked, 64),
}


def main(row, steps, forms):
    if "cuda" in forms:
        torch.set_default_device("cuda")
    torch.manual_seed(1)
    of, size = ROWS[row]
    model = of()
    loss_of = model.loss
    if "graphs" in forms:
        loss_of = torch.compile(model.loss, mode="reduce-overhead")
    if "compiled" in forms:
        loss_of = torch.compile(model.loss)
    data = torch.randint(Masked.ORDINARY, Masked.VOCABULARY, (20_000, Masked.LENGTH)) if row == "masked" else images()
    settings = {form: True for form in forms & {"foreach", "fused"}}
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, **settings)

    def wait():
        if "cuda" in forms:
            torch.cuda.synchronize()

    def run(count):
        done = 0
        while done < count:
            for rows in torch.randperm(len(data))[: len(data) // size * size].split(size):
                loss = loss_of(data[rows])
                optimizer.zero_grad(set_to_none=True)
                loss.backward()
                optimizer.step()
                done += 1
                if done == count:
                    break

    run(COMPILING if forms & {"compiled", "graphs"} else WARM_UP)
    wait()
    start = time.perf_counter()
    run(steps)
    wait()
    print(f"{steps * size / (time.perf_counter() - start):.0f}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), set(sys.argv[3:]))
