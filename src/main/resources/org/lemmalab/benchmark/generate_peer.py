"""Generates with Python's transformers from a checkpoint folder, once for each line on standard input; answers each with the seconds
that it took, and the end of the input with one line of JSON: versions and the tokens of the last time.

    python generate_peer.py FOLDER PROMPTS.json NEW_TOKENS THREADS
"""

import json
import sys
import time

import torch
import transformers


def main(folder, prompts, count, threads):
    torch.set_num_threads(threads)
    transformers.utils.logging.set_verbosity_error()
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
    model.generation_config.eos_token_id = None
    with open(prompts) as file:
        tokens = torch.tensor(json.load(file))
    made = tokens
    for _ in sys.stdin:
        start = time.perf_counter()
        with torch.inference_mode():
            made = model.generate(
                tokens,
                attention_mask=torch.ones_like(tokens),
                max_new_tokens=count,
                do_sample=False,
                pad_token_id=0,
            )
        print(time.perf_counter() - start, flush=True)
    report = {
        "torch": torch.__version__,
        "transformers": transformers.__version__,
        "tokens": made[:, tokens.shape[1]:].tolist(),
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:5]))
