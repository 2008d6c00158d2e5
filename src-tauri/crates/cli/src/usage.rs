//! Commands that are typed wrongly: what is wrong with them, in Chinese, and how they are used.
//! English is the argument parser's own.

use std::ffi::OsString;

use clap::ValueEnum;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::args::Lang;
use crate::output::language;

/// Says on standard error what is wrong, or on standard output the help that was asked for; the
/// exit code.
pub fn explain(error: &Error, arguments: impl Iterator<Item = OsString>) -> u8 {
    match language(asked(arguments)) {
        Lang::Zh if error.use_stderr() => match chinese(error) {
            Some(text) => eprintln!("{text}"),
            None => show(error),
        },
        Lang::Zh | Lang::En => show(error),
    }
    if error.use_stderr() { 2 } else { 0 }
}

fn show(error: &Error) {
    // Where even this cannot be printed, the exit code is all that is left to say it.
    drop(error.print());
}

/// The language that the arguments ask for, though something else in them is wrong.
fn asked(arguments: impl Iterator<Item = OsString>) -> Option<Lang> {
    let arguments: Vec<_> = arguments.map(|word| word.to_string_lossy().into_owned()).collect();
    let named = arguments.iter().enumerate().find_map(|(place, word)| match word.as_str() {
        "--lang" => arguments.get(place + 1).map(String::as_str),
        word => word.strip_prefix("--lang="),
    });
    let set = std::env::var("BAOTUAN_LANG").ok();
    Lang::from_str(named.or(set.as_deref())?, true).ok()
}

/// What is wrong and how to go on; nothing where the parser shows the whole help, which is in both
/// languages.
fn chinese(error: &Error) -> Option<String> {
    let wrong = wrong(error)?;
    let likely =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let likely = likely.into_iter().map(|kind| said(error, kind)).find(|text| !text.is_empty());
    let likely = likely.map(|text| format!("是不是“{text}”？")).unwrap_or_default();
    let known = match said(error, ContextKind::ValidValue) {
        known if known.is_empty() => String::new(),
        known => format!("可以填：{known}。"),
    };
    let usage = match said(error, ContextKind::Usage) {
        usage if usage.is_empty() => String::new(),
        usage => {
            let ways = usage.trim_start_matches("Usage: ").lines().map(str::trim);
            format!("用法：{}。", ways.collect::<Vec<_>>().join(" 或 "))
        }
    };
    Some(format!("{wrong}{likely}{known}{usage}加上 --help 看详细说明。"))
}

fn wrong(error: &Error) -> Option<String> {
    let argument = said(error, ContextKind::InvalidArg);
    let value = said(error, ContextKind::InvalidValue);
    let command = said(error, ContextKind::InvalidSubcommand);
    Some(match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("还缺：{argument}。"),
        ErrorKind::MissingSubcommand => format!("“{command}”后面还缺命令。"),
        ErrorKind::InvalidSubcommand => format!("没有“{command}”这个命令。"),
        ErrorKind::UnknownArgument => format!("不认识“{argument}”。"),
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 后面没有填内容。"),
        ErrorKind::InvalidValue => format!("{argument} 不能填“{value}”。"),
        // Everything that is checked beyond its words is a whole number.
        ErrorKind::ValueValidation => format!("{argument} 要填整数，不能填“{value}”。"),
        ErrorKind::TooManyValues => format!("{argument} 不用填“{value}”。"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} 填的个数不对。")
        }
        ErrorKind::NoEquals => format!("{argument} 要用等号填写。"),
        ErrorKind::ArgumentConflict => match said(error, ContextKind::PriorArg) {
            prior if prior == argument => format!("{argument} 只能写一次。"),
            prior if argument.is_empty() => format!("“{command}”不能和 {prior} 一起用。"),
            prior => format!("{argument} 不能和 {prior} 一起用。"),
        },
        ErrorKind::InvalidUtf8 => "命令里有无法识别的字符，请用 UTF-8。".to_owned(),
        _ => return None,
    })
}

/// What the parser knows of the mistake, several things one after the other.
fn said(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join("、")
        }
        _ => String::new(),
    }
}
