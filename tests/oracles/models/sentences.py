"""Log-likelihoods of sentences by PyTorch's GRU: the numbers in tests/Models.Tests/Text/SentenceVaeTests.cs.

Every parameter holds 0.4 sin(1 + k + 0.7 i), k the place of its name in ordinal order and i that of the number in it.
Run with: python3 tests/oracles/models/sentences.py (recorded with PyTorch 1.13)
"""
import math

import torch
from torch import nn

V, L, E, H = 9, 2, 3, 4  # tokens, numbers of a code, of a word, of a state
PAD, UNK, START, END = 0, 1, 2, 3
X = torch.tensor([[2, 5, 6, 8, 3, 0], [2, 7, 3, 0, 0, 0]])
NOISE = torch.tensor([[0.3, -1.2], [0.9, 0.4]], dtype=torch.float64)


class Decoder(nn.Module):
    def __init__(self, code):
        super().__init__()
        self.words = nn.Embedding(V, E)
        self.cells = nn.GRU(E + code, H, batch_first=True)
        if code:
            self.first = nn.Linear(code, H)
        self.last = nn.Linear(H, V)

    def log_likelihood(self, x, z, read=None):
        read = (x if read is None else read)[:, :-1]
        h0 = torch.tanh(self.first(z))[None] if z is not None else None
        inputs = self.words(read)
        if z is not None:
            inputs = torch.cat([inputs, z[:, None, :].expand(-1, read.shape[1], -1)], -1)
        logits = self.last(self.cells(inputs, h0)[0])
        logits[..., [PAD, START]] = -math.inf
        each = logits.log_softmax(-1).gather(2, x[:, 1:, None])[..., 0]
        return each.masked_fill(x[:, 1:] == PAD, 0).sum(1)


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(V, E)
        self.cells = nn.GRU(E, H, batch_first=True)
        self.last = nn.Linear(H, 2 * L)

    def forward(self, x):
        states = [self.cells(self.words(row[row != PAD])[None])[1][0, 0] for row in x]  # each sentence by itself, no padding at all
        return self.last(torch.stack(states)).chunk(2, -1)


def filled(model):
    model.double()
    with torch.no_grad():
        for k, (_, p) in enumerate(sorted(model.named_parameters())):
            p.copy_(0.4 * torch.sin(1 + k + 0.7 * torch.arange(p.numel(), dtype=torch.float64)).reshape(p.shape))
    return model


class Vae(nn.Module):
    def __init__(self):
        super().__init__()
        self.decoder, self.encoder = Decoder(L), Encoder()


class Lm(nn.Module):
    def __init__(self):
        super().__init__()
        self.decoder = Decoder(0)


torch.set_printoptions(precision=15)
lm, vae = filled(Lm()), filled(Vae())
print("language model", lm.decoder.log_likelihood(X, None))
mean, log_variance = vae.encoder(X)
z = mean + (0.5 * log_variance).exp() * NOISE
print("mean", mean, "\nlog variance", log_variance)
print("log p(x | z)", vae.decoder.log_likelihood(X, z))
hidden = torch.where((X >= 5) | (X == END), torch.tensor(UNK), X)
print("all words dropped", vae.decoder.log_likelihood(X, z, hidden))
print("divergence", (-0.5 * (1 + log_variance - mean ** 2 - log_variance.exp())).sum(-1))
loss = -vae.decoder.log_likelihood(X, z).mean()
loss.backward()
print("gradient of the mean of -log p(x | z) by encoder.last.bias", vae.encoder.last.bias.grad)
