"""Writes the reference values of the training tests: ten steps of full fine-tuning and of LoRA on tiny checkpoints of the decoder tests,
computed by PyTorch, transformers' schedule and PEFT. Every step learns all examples, in two batches of different lengths.

    python training_goldens.py ../resources/org/lemmalab/transformer/golden ../resources/org/lemmalab/training/golden
"""

import json
import pathlib
import sys

import peft
import safetensors.torch
import torch
import transformers
from transformers import AutoModelForCausalLM, get_cosine_schedule_with_warmup

STEPS = 10
SETTINGS = dict(learning_rate=3e-3, weight_decay=0.1, beta1=0.9, beta2=0.98, epsilon=1e-7, max_gradient_norm=1.0, warmup_ratio=0.15)


def examples():
    generator = torch.Generator().manual_seed(7)
    made = []
    for prompt, response in ((3, 9), (5, 4), (2, 6), (7, 12)):
        tokens = torch.randint(3, 53, (prompt + response,), generator=generator).tolist()
        marks = [True] * response
        marks[response // 2] = False
        made.append(dict(prompt=tokens[:prompt], response=tokens[prompt:], learned=marks))
    return made


def batch(some):
    longest = max(len(e["prompt"]) + len(e["response"]) for e in some)
    tokens, labels, mask = [], [], []
    for e in some:
        ids = e["prompt"] + e["response"]
        targets = [-100] * len(e["prompt"]) + [t if m else -100 for t, m in zip(e["response"], e["learned"])]
        padding = longest - len(ids)
        tokens.append(ids + [0] * padding)
        labels.append(targets + [-100] * padding)
        mask.append([1] * len(ids) + [0] * padding)
    return torch.tensor(tokens), torch.tensor(labels), torch.tensor(mask)


def train(model, data):
    s = SETTINGS
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [
            dict(params=[p for p in parameters if p.dim() > 1], weight_decay=s["weight_decay"]),
            dict(params=[p for p in parameters if p.dim() <= 1], weight_decay=0.0),
        ],
        lr=s["learning_rate"],
        betas=(s["beta1"], s["beta2"]),
        eps=s["epsilon"],
    )
    warmup = -(-int(s["warmup_ratio"] * STEPS * 1000) // 1000)
    schedule = get_cosine_schedule_with_warmup(optimizer, warmup, STEPS)
    learned = sum(sum(e["learned"]) for e in data)
    losses, norms, rates = [], [], []
    for _ in range(STEPS):
        optimizer.zero_grad()
        total = 0.0
        for some in (data[:2], data[2:]):
            tokens, labels, mask = batch(some)
            logits = model(input_ids=tokens, attention_mask=mask).logits
            loss = torch.nn.functional.cross_entropy(
                logits[:, :-1].reshape(-1, logits.size(-1)), labels[:, 1:].reshape(-1), reduction="sum", ignore_index=-100
            ) / learned
            loss.backward()
            total += loss.item()
        norms.append(torch.nn.utils.clip_grad_norm_(parameters, s["max_gradient_norm"]).item())
        losses.append(total)
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return dict(losses=losses, gradient_norms=norms, learning_rates=rates)


def main(checkpoints, folder):
    folder.mkdir(parents=True, exist_ok=True)
    data = examples()
    golden = dict(
        generator="src/test/python/training_goldens.py",
        torch=torch.__version__,
        transformers=transformers.__version__,
        peft=peft.__version__,
        tolerance=1e-4,
        settings=SETTINGS,
        examples=data,
    )
    model = AutoModelForCausalLM.from_pretrained(checkpoints / "qwen2", dtype=torch.float32, attn_implementation="eager")
    golden["full"] = train(model, data)
    tensors = {n: p.detach().contiguous() for n, p in model.named_parameters()}
    safetensors.torch.save_file(tensors, folder / "full.safetensors")

    torch.manual_seed(11)
    model = AutoModelForCausalLM.from_pretrained(checkpoints / "mistral", dtype=torch.float32, attn_implementation="eager")
    config = peft.LoraConfig(
        r=3, lora_alpha=7, lora_dropout=0.0, target_modules=["q_proj", "v_proj", "o_proj", "gate_proj", "down_proj"],
        task_type="CAUSAL_LM",
    )
    adapted = peft.get_peft_model(model, config)
    save(adapted, folder / "lora_start")
    golden["lora"] = train(adapted, data)
    save(adapted, folder / "lora_end")
    (folder / "golden.json").write_text(json.dumps(golden) + "\n")


def save(model, folder):
    model.save_pretrained(folder)
    config = json.loads((folder / "adapter_config.json").read_text())
    config["base_model_name_or_path"] = None  # a path of the machine otherwise
    (folder / "adapter_config.json").write_text(json.dumps(config, indent=2, sort_keys=True) + "\n")
    (folder / "README.md").unlink(missing_ok=True)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
