"""Records what PyTorch computes, values and gradients, for the tests to compare with: run by the scripts beside it.

A case has a name, inputs, perhaps named parameters, and a function of them. Recorded are the outputs and the gradient of
sum_k sum(w_k * output_k), with w_k = cos(0, 1, 2, ...) in the shape of output k, for every input and parameter of
floating-point numbers. Numbers keep all their digits: a test's tolerance is its own affair.
"""

import json
import math

import torch

TYPES = {torch.float64: "float64", torch.float32: "float32", torch.int64: "int64", torch.bool: "bool", torch.complex128: "complex128"}


def values(*shape, seed=0, low=-2.0, high=2.0):
    """Doubles, uniform on (low, high)."""
    generator = torch.Generator().manual_seed(seed + 1)
    drawn = low + (high - low) * torch.rand(shape, dtype=torch.float64, generator=generator)
    return torch.round(drawn * 1000) / 1000 + 0.0001  # few digits, and no special point of any function


def number(x):
    if isinstance(x, complex):
        return [x.real, x.imag]
    if isinstance(x, float) and not math.isfinite(x):
        return str(x)
    return int(x) if isinstance(x, float) and x == int(x) and abs(x) < 1e15 and x != 0 else x


def written(tensor):
    if tensor is None:
        return None
    flat = tensor.detach().resolve_conj().resolve_neg().clone().reshape(-1).tolist()
    return {"type": TYPES[tensor.dtype], "shape": list(tensor.shape), "values": [number(x) for x in flat]}


def weights(output):
    return torch.arange(output.numel(), dtype=torch.float64).cos().reshape(output.shape).to(output.dtype)


def record(function, inputs, parameters=None, gradients=True):
    """One case: `function(*inputs)`, where parameters have been put into the function's own objects."""
    inputs = [x.clone() for x in inputs]
    parameters = dict(parameters or {})
    before = [written(x) for x in inputs]
    sources = [x for x in [*inputs, *parameters.values()] if x.is_floating_point()] if gradients else []
    for source in sources:
        source.requires_grad_()
    result = function(*inputs)
    outputs = list(result) if isinstance(result, (tuple, list)) else [result]
    differentiable = [y for y in outputs if y is not None and y.is_floating_point() and y.requires_grad]
    if gradients and differentiable:
        loss = sum((weights(y) * y).sum() for y in differentiable)
        found = dict(zip(map(id, sources), torch.autograd.grad(loss, sources, allow_unused=True)))
    else:
        found = {}
    case = {
        "inputs": before,
        "outputs": [written(y) for y in outputs],
        "gradients": [written(found.get(id(x))) for x in inputs],
    }
    if parameters:
        case["parameters"] = {name: written(p) for name, p in parameters.items()}
        case["parameterGradients"] = {name: written(found.get(id(p))) for name, p in parameters.items()}
    return case


def save(path, cases):
    """One case a line, so that a change shows as one."""
    lines = [f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(case, separators=(',', ':'))}" for name, case in cases.items()]
    with open(path, "w", encoding="utf-8") as file:
        file.write(f'{{"recordedWith": "PyTorch {torch.__version__}", "cases": {{\n' + ",\n".join(lines) + "\n}}\n")
    print(f"{len(cases)} cases in {path}")
