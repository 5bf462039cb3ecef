# TorchScript. Tensors: values, gradients, first and second moments, counters of steps, averages of the values.


def list_of(first: Tensor) -> List[Tensor]:
    return [first]


def append(tensors: List[Tensor], next: Tensor) -> int:
    tensors.append(next)
    return 0


def adamw_foreach(w: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], average: List[Tensor], lr: float, t: float) -> int:
    torch._foreach_mul_(w, 1.0 - lr * 0.01)
    torch._foreach_lerp_(m, g, 0.1)
    torch._foreach_mul_(v, 0.999)
    torch._foreach_addcmul_(v, g, g, 0.001)
    root = torch._foreach_sqrt(v)
    torch._foreach_div_(root, (1.0 - 0.999 ** t) ** 0.5)
    torch._foreach_add_(root, 1e-8)
    torch._foreach_addcdiv_(w, m, root, -lr / (1.0 - 0.9 ** t))
    return 0


def adamw_fused(w: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], average: List[Tensor], lr: float, t: float) -> int:
    torch._foreach_add_(steps, 1)
    torch._fused_adamw_(w, g, m, v, [], steps, lr=lr, beta1=0.9, beta2=0.999, weight_decay=0.01, eps=1e-8, amsgrad=False, maximize=False)
    return 0


def clip(g: List[Tensor]) -> int:
    norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(g)))
    torch._foreach_mul_(g, torch.clamp(1.0 / (norm + 1e-6), max=1.0))
    return 0


def training_step_foreach(w: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], average: List[Tensor], lr: float, t: float) -> int:
    clip(g)
    adamw_foreach(w, g, m, v, steps, average, lr, t)
    torch._foreach_lerp_(average, w, 0.001)
    torch._foreach_zero_(g)
    return 0


def training_step_fused(w: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], average: List[Tensor], lr: float, t: float) -> int:
    clip(g)
    adamw_fused(w, g, m, v, steps, average, lr, t)
    torch._foreach_lerp_(average, w, 0.001)
    torch._foreach_zero_(g)
    return 0
