"""How well the site finds what people mean: judged questions, measures, and two baselines beside it."""
