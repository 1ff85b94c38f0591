"""Forecasts and plans told apart from methods, conditions, objects and answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

METHODS = [
    ("采用支持向量机进行预测，准确率为92.3%。", ["actual"]),
    ("根据模型预测，样本共1200份，其中训练集960份。", ["actual", "actual"]),
    ("利用神经网络预测，训练时间12s。", ["actual"]),
    ("用灰色模型对产量进行预测，相对误差为2.1%。", ["actual"]),
    ("采用回归模型预测，R2=0.92，OR=2.35。", ["actual", "actual"]),
    ("预测准确率为92.3%，预测误差为3%。", ["actual", "actual"]),
    ("据此预测，费用为320元，实测310元。", ["forecast", "actual"]),
    # somebody foretells, or the results of the method lie ahead
    ("专家预测，产量为12万吨。", ["forecast"]),
    ("气象台预测，降水量为35毫米。", ["forecast"]),
    ("利用回归模型预测，需求量将达5亿吨。", ["forecast"]),
]
CHANGES = [
    ("温度每升高10℃，反应速率将提高2倍。", ["forecast"]),
    ("若利率提高1个百分点，投资将减少2.5%。", ["actual", "forecast"]),
    ("当温度升至80℃时，强度将下降15%。", ["actual", "forecast"]),
    ("一旦停电，损失将达到300万元。", ["forecast"]),
    ("如果需求增加，产量将突破500万吨。", ["forecast"]),
    ("价格将下降3%。", ["forecast"]),
    # somebody sets it
    ("全市将提高补助标准5%。", ["target"]),
    ("到2030年，城镇化率将提高到70%。", ["target"]),
    ("公司将减少库存12万吨。", ["target"]),
    ("当年将减少库存12万吨。", ["target"]),
]
OBJECTS = [
    ("2019年，他将投资的3亿元收回。", ["actual"]),
    ("2020年，公司将投资的2亿元转为股权。", ["actual"]),
    ("公司将新增产能12万吨全部投入市场。", ["actual"]),
    ("县里将建设的12座水库列入名录。", ["actual"]),
    ("居民拟增加消费的比例为35%。", ["actual"]),
    ("计划增加投资的受访者占比为41%。", ["actual"]),
    # plans
    ("公司将新增产能12万吨。", ["target"]),
    ("公司拟投资3亿元建设生产线。", ["target"]),
    ("公司拟投资的项目总额为3亿元。", ["target"]),
]


@pytest.mark.parametrize(("text", "natures"), METHODS + CHANGES + OBJECTS)
def test_natures(read: Read, text: str, natures: list[str]) -> None:
    assert [fact.nature for fact in read(text).facts] == natures
