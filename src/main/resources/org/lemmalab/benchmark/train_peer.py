"""Trains with Python's transformers from a checkpoint folder. Each line on standard input names a precision, float32 or bfloat16, and is
answered with the seconds of one pass over all batches; the word memory with the largest memory so far in MiB; the end of the input with one
line of JSON: versions.

    python train_peer.py FOLDER BATCHES.json THREADS

BATCHES.json: a list of batches, each a list of examples {"tokens": [...], "prompt": how many of them are not learnt}.
"""

import json
import resource
import sys
import time

import torch
import transformers


def padded(examples):
    longest = max(len(example["tokens"]) for example in examples)
    tokens = torch.zeros(len(examples), longest, dtype=torch.long)
    labels = torch.full((len(examples), longest), -100)
    mask = torch.zeros(len(examples), longest, dtype=torch.long)
    for row, example in enumerate(examples):
        ids = torch.tensor(example["tokens"])
        tokens[row, : len(ids)] = ids
        mask[row, : len(ids)] = 1
        labels[row, example["prompt"] : len(ids)] = ids[example["prompt"] :]
    return dict(input_ids=tokens, labels=labels, attention_mask=mask)


def main(folder, batches, threads):
    torch.set_num_threads(threads)
    transformers.utils.logging.set_verbosity_error()
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).train()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, weight_decay=0.0, fused=True)
    with open(batches) as file:
        made = [padded(examples) for examples in json.load(file)]
    for line in sys.stdin:
        if line.strip() == "memory":
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
            continue
        start = time.perf_counter()
        for batch in made:
            optimizer.zero_grad()
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=line.strip() == "bfloat16"):
                loss = model(**batch, use_cache=False).loss
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            loss.item()
        print(time.perf_counter() - start, flush=True)
    print(json.dumps({"torch": torch.__version__, "transformers": transformers.__version__}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
