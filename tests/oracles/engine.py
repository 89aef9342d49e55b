"""Records what PyTorch computes where the workbook relies on its engine to do the same, as engine.json beside this file.

Run with the PyTorch of Debian's own Python: /usr/bin/python3 tests/oracles/engine.py

  draws       what generators of a seed draw first, and the first values of modules made after manual_seed(7)
  optimisers  where Adam and AdamW go: float64, gradient 0.3 p + cos(t + i) at step t, where i counts the elements
  losses      the losses that the models are made of, with the gradient of each by its first argument, in float64
"""

import json
import os

import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)


def written(tensor):
    return {"shape": list(tensor.shape), "values": tensor.detach().reshape(-1).tolist()}


def values(*shape, seed):
    drawn = torch.rand(shape, dtype=torch.float64, generator=torch.Generator().manual_seed(seed))
    return torch.round((4 * drawn - 2) * 1000) / 1000


def draws():
    def seeded():
        return torch.Generator().manual_seed(5)

    yield "rand", written(torch.rand(20, generator=seeded()))
    yield "randn", written(torch.randn(20, generator=seeded()))
    yield "randn, short", written(torch.randn(5, generator=seeded()))
    yield "randperm", written(torch.randperm(50, generator=seeded()))
    yield "randint", written(torch.randint(3, 1000, (20,), generator=seeded()))
    yield "bernoulli", written(torch.bernoulli(torch.full((20,), 0.3), generator=seeded()))
    for name, make in {
        "Linear": lambda: nn.Linear(5, 3),
        "Conv2d": lambda: nn.Conv2d(2, 3, 3),
        "ConvTranspose2d": lambda: nn.ConvTranspose2d(2, 3, 2),
        "Embedding": lambda: nn.Embedding(4, 3),
        "GRU": lambda: nn.GRU(3, 2),
        "LSTM": lambda: nn.LSTM(3, 2),
    }.items():
        torch.manual_seed(7)
        yield name, {key: written(value) for key, value in make().state_dict().items()}


def optimisers():
    start = [values(3, 2, seed=1), values(4, seed=2)]
    for name, make in {
        "AdamW": lambda p: torch.optim.AdamW(p, 0.05, weight_decay=0),
        "AdamW with decay": lambda p: torch.optim.AdamW(p, 0.05, (0.8, 0.95), 1e-4, weight_decay=0.1),
    }.items():
        parameters = [nn.Parameter(p.clone()) for p in start]
        optimiser = make(parameters)
        steps = []
        for t in range(6):
            for p in parameters:
                i = torch.arange(p.numel(), dtype=torch.float64).reshape(p.shape)
                p.grad = 0.3 * p.detach() + torch.cos(i + t)
            optimiser.step()
            steps.append([written(p) for p in parameters])
        yield name, {"start": [written(p) for p in start], "steps": steps}


def losses():
    x, y = values(3, 4, seed=3), values(3, 4, seed=4)
    p, labels = torch.sigmoid(y), torch.tensor([2, 0, 3])
    for name, loss in {
        "binary_cross_entropy_with_logits": lambda a: F.binary_cross_entropy_with_logits(a, p, reduction="none"),
        "mse_loss": lambda a: F.mse_loss(a, y, reduction="none"),
        "cross_entropy": lambda a: F.cross_entropy(a, labels, reduction="none"),
        "softplus": F.softplus,
        "silu": F.silu,
        "logsumexp": lambda a: torch.logsumexp(a, 1),
        "log_softmax": lambda a: torch.log_softmax(a, 1),
    }.items():
        a = x.clone().requires_grad_()
        value = loss(a)
        (value * torch.arange(value.numel(), dtype=torch.float64).cos().reshape(value.shape)).sum().backward()
        yield name, {"value": written(value), "gradient": written(a.grad)}
    yield "x", written(x)
    yield "y", written(y)


here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "engine.json.partial"), "w") as file:
    recorded = {"torch": torch.__version__, "draws": dict(draws()), "optimisers": dict(optimisers()), "losses": dict(losses())}
    json.dump(recorded, file, indent=1)
    file.write("\n")
os.replace(os.path.join(here, "engine.json.partial"), os.path.join(here, "engine.json"))
