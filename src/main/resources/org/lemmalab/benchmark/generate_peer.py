"""Generates with Python's transformers from a checkpoint folder and prints one line of JSON with the times.

    python generate_peer.py FOLDER PROMPTS.json NEW_TOKENS REPEATS THREADS
"""

import json
import sys
import time

import torch
import transformers


def main(folder, prompts, count, repeats, threads):
    torch.set_num_threads(threads)
    transformers.utils.logging.set_verbosity_error()
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
    model.generation_config.eos_token_id = None
    with open(prompts) as file:
        tokens = torch.tensor(json.load(file))
    seconds, made = [], None
    with torch.inference_mode():
        for _ in range(repeats):
            start = time.perf_counter()
            made = model.generate(
                tokens,
                attention_mask=torch.ones_like(tokens),
                max_new_tokens=count,
                do_sample=False,
                pad_token_id=0,
            )
            seconds.append(time.perf_counter() - start)
    report = {
        "torch": torch.__version__,
        "transformers": transformers.__version__,
        "seconds": seconds,
        "tokens": made[:, tokens.shape[1]:].tolist(),
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6]))
