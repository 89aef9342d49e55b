"""Records the attributes that widgets have, with their defaults, as widgets-6.json and widgets-8.json beside this file, for kernel/tests.

    /usr/bin/python3 kernel/tests/oracles/widgets.py jupyterwidgetmodels.latest.json

6 is what the installed ipywidgets 6 (Debian 12's python3-ipywidgets) sends when a widget is made; 8 is the table of the npm package
@jupyter-widgets/schema 0.5.6, whose file is the argument. A reference to another widget is recorded as the name of that widget's model.
"""

import json
import pathlib
import sys

import ipywidgets
from ipykernel.comm import Comm
from ipywidgets.widgets import widget as base

NAMES = """IntSlider FloatSlider IntRangeSlider FloatRangeSlider IntProgress FloatProgress Checkbox ToggleButton Button Text Textarea IntText
    FloatText Label HTML Image Output HBox VBox Tab Accordion Play Layout SelectionSlider Dropdown RadioButtons ToggleButtons""".split()
SELECTIONS = {"SelectionSlider", "Dropdown", "RadioButtons", "ToggleButtons"}
opened, models = [], {}


class RecordedComm(Comm):
    """A comm that keeps what it would have sent."""

    def __init__(self, target_name="", data=None, **options):
        Comm.__init__(self, target_name, **options)
        opened.append(data)
        models[f"IPY_MODEL_{self.comm_id}"] = data.get("_model_name", "LayoutModel")


def of_six(name):
    opened.clear()
    made = getattr(ipywidgets, name)(**({"options": ["a", "b"]} if name in SELECTIONS else {}))
    state = {key: models.get(value, value) if isinstance(value, str) else value for key, value in opened[-1].items()}
    return made, state


def of_eight(table, name):
    for model in table:
        state = {attribute["name"]: attribute for attribute in model["attributes"]}
        if state["_model_name"]["default"] == f"{name}Model":
            return {key: f"{attribute['widget']}Model" if attribute["type"] == "reference" else attribute["default"] for key, attribute in state.items()}
    raise KeyError(name)


def save(version, states):
    path = pathlib.Path(__file__).with_name(f"widgets-{version}.json")
    path.write_text(json.dumps(states, indent=1, sort_keys=True) + "\n")


def main():
    base.Comm = RecordedComm
    kept = {name: of_six(name) for name in NAMES}
    save(6, {name: state for name, (_, state) in kept.items()})
    table = json.loads(pathlib.Path(sys.argv[1]).read_text())
    save(8, {name: of_eight(table, name) for name in NAMES})


if __name__ == "__main__":
    main()
