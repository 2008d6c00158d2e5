//! A scheme as it was typed, read into one that can be worked out; and back.

use domain::appropriation::{Appropriation, Take};
use domain::distribution::{CapitalWeighting, Preset, Scheme};
use domain::{Money, NumberError, Rate};

use crate::failure::number_text;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::dividend::{AppropriationInput, CapitalWeightingView, PresetWord, SchemeInput};

/// Reads a scheme; the first field that is wrong is named.
///
/// # Errors
/// A rate or amount that is none, with its field.
pub(crate) fn read_scheme(input: &SchemeInput) -> Result<Scheme, Problem> {
    let appropriations = input.appropriations.iter().enumerate();
    let appropriations = appropriations.map(|(index, input)| read_appropriation(index, input));
    let guaranteed_rate = input.guaranteed_rate.as_deref();
    let guaranteed_rate = guaranteed_rate.map(|text| rate("guaranteed_rate", text)).transpose()?;
    Ok(Scheme {
        appropriations: appropriations.collect::<Result<_, _>>()?,
        retained: amount("retained", &input.retained)?,
        patronage_share: rate("patronage_share", &input.patronage_share)?,
        // A rate of nothing is no guarantee.
        guaranteed_rate: guaranteed_rate.filter(|&rate| rate > Rate::ZERO),
        capital_weighting: match input.capital_weighting {
            CapitalWeightingView::YearEnd => CapitalWeighting::YearEnd,
            CapitalWeightingView::DaysHeld => CapitalWeighting::DaysHeld,
        },
    })
}

fn read_appropriation(index: usize, input: &AppropriationInput) -> Result<Appropriation, Problem> {
    let field = |name: &str| format!("appropriations[{index}].{name}");
    if input.fund.trim().is_empty() {
        let text = Text::new("提取的项目要有名称。", "What is set aside needs a name.");
        return Err(Problem::input("scheme.fund", text).about(&field("fund")));
    }
    let take = match (&input.rate, &input.amount) {
        (Some(text), None) => Take::Rate(rate(&field("rate"), text)?),
        (None, Some(text)) => Take::Amount(amount(&field("amount"), text)?),
        (Some(_), Some(_)) | (None, None) => {
            let text = Text::new(
                format!("“{}”要么填比例，要么填金额，填其中一个。", input.fund),
                format!("“{}” needs a rate or an amount, one of the two.", input.fund),
            );
            return Err(Problem::input("scheme.take", text).about(&field("rate")));
        }
    };
    Ok(Appropriation { fund: input.fund.trim().to_owned(), take })
}

fn rate(field: &str, text: &str) -> Result<Rate, Problem> {
    Rate::read(text)
        .map_err(|error| match error {
            NumberError::TooLarge { .. } | NumberError::Negative(_) => Problem::input(
                "scheme.rate",
                Text::new("比例应在 0 到 100 % 之间。", "A rate lies between 0 and 100 %."),
            ),
            NumberError::NotPlain(_) | NumberError::TooManyPlaces { .. } | NumberError::Zero(_) => {
                number(&error)
            }
        })
        .map_err(|problem| problem.about(field))
}

fn amount(field: &str, text: &str) -> Result<Money, Problem> {
    Money::read_unsigned(text).map_err(|error| number(&error).about(field))
}

fn number(error: &NumberError) -> Problem {
    let text = number_text(error);
    Problem::input("scheme.number", Text::new(text.zh + "。", text.en + "."))
}

/// A scheme as it can be typed.
pub(crate) fn written(scheme: &Scheme) -> SchemeInput {
    let appropriation = |appropriation: &Appropriation| {
        let (rate, amount) = match appropriation.take {
            Take::Rate(rate) => (Some(rate.to_string()), None),
            Take::Amount(amount) => (None, Some(amount.to_string())),
        };
        AppropriationInput { fund: appropriation.fund.clone(), rate, amount }
    };
    SchemeInput {
        appropriations: scheme.appropriations.iter().map(appropriation).collect(),
        retained: scheme.retained.to_string(),
        patronage_share: scheme.patronage_share.to_string(),
        guaranteed_rate: scheme.guaranteed_rate.map(|rate| rate.to_string()),
        capital_weighting: match scheme.capital_weighting {
            CapitalWeighting::YearEnd => CapitalWeightingView::YearEnd,
            CapitalWeighting::DaysHeld => CapitalWeightingView::DaysHeld,
        },
    }
}

/// What a preset shares out by, as it can be typed.
#[must_use]
pub fn preset_scheme(preset: PresetWord) -> SchemeInput {
    let preset = match preset {
        PresetWord::Law => Preset::Law,
        PresetWord::Shares => Preset::Shares,
        PresetWord::Guaranteed => Preset::Guaranteed,
    };
    written(&preset.scheme())
}
