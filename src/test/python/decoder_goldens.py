"""Writes the reference values of the decoder tests: random tiny checkpoints of each supported family, as transformers saves them,
with the logits, the loss, the gradient of every parameter and the greedy continuations that transformers computes.

    python decoder_goldens.py ../resources/org/lemmalab/transformer/golden
"""

import json
import pathlib
import sys

import safetensors.torch
import torch
import transformers
from transformers import LlamaConfig, LlamaForCausalLM, MistralConfig, MistralForCausalLM, Qwen2Config, Qwen2ForCausalLM

SHARED = dict(
    vocab_size=53,
    hidden_size=24,
    intermediate_size=40,
    num_hidden_layers=2,
    num_attention_heads=4,
    max_position_embeddings=64,
    bos_token_id=1,
    eos_token_id=2,
    pad_token_id=0,
)

CASES = {
    "llama2": (LlamaForCausalLM, LlamaConfig(**SHARED, num_key_value_heads=4, tie_word_embeddings=False)),
    "llama3": (
        LlamaForCausalLM,
        LlamaConfig(
            **SHARED,
            num_key_value_heads=2,
            tie_word_embeddings=True,
            rope_parameters={
                "rope_type": "llama3",
                "rope_theta": 500.0,
                "factor": 4.0,
                "low_freq_factor": 1.0,
                "high_freq_factor": 4.0,
                "original_max_position_embeddings": 16,
            },
        ),
    ),
    "mistral": (
        MistralForCausalLM,
        MistralConfig(**SHARED, num_key_value_heads=2, head_dim=8, sliding_window=5, tie_word_embeddings=False),
    ),
    "qwen2": (Qwen2ForCausalLM, Qwen2Config(**SHARED, num_key_value_heads=1, tie_word_embeddings=True)),
    "qwen2_window": (
        Qwen2ForCausalLM,
        Qwen2Config(
            **SHARED,
            num_key_value_heads=2,
            tie_word_embeddings=False,
            use_sliding_window=True,
            sliding_window=4,
            max_window_layers=1,
        ),
    ),
}


def main(folder):
    for number, (name, (cls, config)) in enumerate(CASES.items()):
        torch.manual_seed(100 + number)
        config._attn_implementation = "eager"
        model = cls(config).float().eval()
        with torch.no_grad():
            for parameter in model.parameters():
                if parameter.dim() == 2:
                    parameter.normal_(0.0, 0.25)
                else:
                    parameter.add_(torch.randn_like(parameter) * 0.3)
        write(folder / name, model, config)


def write(folder, model, config):
    folder.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(folder)
    tokens = torch.randint(3, config.vocab_size, (2, 16))
    output = model(tokens, labels=tokens)
    output.loss.backward()
    values = {"logits": output.logits.detach().contiguous()}
    for name, parameter in model.named_parameters():
        values["gradient." + name] = parameter.grad.contiguous()
    safetensors.torch.save_file(values, folder / "golden.safetensors")
    prompts = [torch.randint(3, config.vocab_size, (length,)).tolist() for length in (3, 11, 1, 7)]
    golden = {
        "generator": "src/test/python/decoder_goldens.py",
        "torch": torch.__version__,
        "transformers": transformers.__version__,
        "tolerance_logits": 1e-4,
        "tolerance_gradients_relative": 1e-3,
        "tokens": tokens.tolist(),
        "loss": output.loss.item(),
        "prompts": prompts,
        "continuations": [greedy(model, prompt, 20) for prompt in prompts],
    }
    (folder / "golden.json").write_text(json.dumps(golden) + "\n")


def greedy(model, prompt, count):
    model.generation_config.eos_token_id = None  # so that every continuation has its full length
    tokens = torch.tensor([prompt])
    with torch.no_grad():
        made = model.generate(
            tokens,
            attention_mask=torch.ones_like(tokens),
            max_new_tokens=count,
            do_sample=False,
            pad_token_id=0,
        )
    return made[0, len(prompt):].tolist()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
