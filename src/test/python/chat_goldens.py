"""Writes what transformers' apply_chat_template makes of a conversation in each supported format. The templates below say the same
as the published formats of the families in the words of this file.

    python chat_goldens.py ../resources/org/lemmalab/transformer/golden/chat.json
"""

import json
import pathlib
import sys

import transformers
from tokenizers import Tokenizer, models

TEMPLATES = {
    "LLAMA3": (
        "{% for m in messages %}<|start_header_id|>{{ m['role'] }}<|end_header_id|>\n\n{{ m['content'] | trim }}<|eot_id|>{% endfor %}"
        "{% if add_generation_prompt %}<|start_header_id|>assistant<|end_header_id|>\n\n{% endif %}"
    ),
    "MISTRAL": (
        "{% for m in messages %}{% if m['role'] == 'user' %}[INST] {{ m['content'] }} [/INST]"
        "{% else %} {{ m['content'] }}{{ eos_token }}{% endif %}{% endfor %}"
    ),
    "CHATML": (
        "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
        "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    ),
}

TURNS = [
    ("system", "You solve word problems."),
    ("user", "Ann has 3 pears.\nShe eats one. How many are left?"),
    ("assistant", "3 - 1 = 2"),
    ("user", "And after another?"),
]


def main(file):
    conversations = []
    for name, template in TEMPLATES.items():
        turns = [turn for turn in TURNS if name != "MISTRAL" or turn[0] != "system"]
        for count in (len(turns), len(turns) - 2):
            messages = [{"role": role, "content": text} for role, text in turns[:count]]
            tokenizer = transformers.PreTrainedTokenizerFast(tokenizer_object=Tokenizer(models.BPE()), eos_token="</s>")
            text = tokenizer.apply_chat_template(
                messages, chat_template=template, tokenize=False, add_generation_prompt=True
            )
            conversations.append({"template": name, "messages": messages, "text": text})
    golden = {
        "generator": "src/test/python/chat_goldens.py",
        "transformers": transformers.__version__,
        "conversations": conversations,
    }
    pathlib.Path(file).write_text(json.dumps(golden, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
