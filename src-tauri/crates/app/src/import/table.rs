//! A file as a table of texts: csv in UTF-8 or GB18030, xlsx or xls.

use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader};
use sha2::{Digest, Sha256};

use super::cells::Cells;
use crate::failure::file_failed;
use crate::paper::ending;
use crate::problem::Problem;
use crate::view::Text;

/// A file that was read.
#[derive(Debug)]
pub(crate) struct Table {
    /// The file's name, without its folder.
    pub file_name: String,
    /// The SHA-256 of its cells in hexadecimal digits: the same whether they came in GB18030, UTF-8
    /// or a workbook.
    pub hash: String,
    /// The cells of its first row.
    pub headers: Vec<String>,
    /// All other rows that are not empty and no sums.
    pub rows: Vec<TableRow>,
    /// Rows that look like sums (合计).
    pub sums: Vec<TableRow>,
    /// For each header the name of our column, or nothing where it is left out; none at all where
    /// the headers say it.
    pub mapping: Option<Vec<Option<String>>>,
}

/// A row of the file.
#[derive(Debug, Clone)]
pub(crate) struct TableRow {
    /// Its number in the file, as a spreadsheet shows it; the headers are row 1.
    pub number: u32,
    /// Its cells, without blanks around them.
    pub cells: Cells,
}

/// Reads a file by its ending.
///
/// # Errors
/// A file that is missing, of another kind than its name says, in another encoding, or empty.
pub(crate) fn read(path: &Path) -> Result<Table, Problem> {
    let (file_name, rows) = read_rows(path)?;
    table(file_name, rows)
}

/// All rows of a file, whatever its first one says, and the file's name.
///
/// # Errors
/// As [`read`], but for an empty one.
pub(crate) fn read_rows(path: &Path) -> Result<(String, Vec<TableRow>), Problem> {
    let bytes = std::fs::read(path).map_err(|error| file_failed(path, &error))?;
    let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let ending = ending(path);
    let rows = match ending.as_str() {
        "csv" | "txt" => csv_rows(&file_name, &bytes)?,
        "xlsx" | "xlsm" | "xls" => sheet_rows(&file_name, &bytes)?,
        _ => return Err(unknown_ending(&file_name)),
    };
    Ok((file_name, rows))
}

/// Reads text that is no file: a csv of the program itself, or what was pasted.
///
/// # Errors
/// A cell with a line break, or nothing below the headers.
pub(crate) fn read_text(file_name: &str, text: &str) -> Result<Table, Problem> {
    table(file_name.to_owned(), csv_rows(file_name, text.as_bytes())?)
}

fn table(file_name: String, rows: Vec<TableRow>) -> Result<Table, Problem> {
    let hash = hash(&rows);
    let mut filled = rows.into_iter().filter(|row| !row.cells.are_empty());
    let Some(headers) = filled.next() else { return Err(empty(&file_name)) };
    let (sums, rows): (Vec<TableRow>, Vec<TableRow>) = filled.partition(is_sum);
    if rows.is_empty() {
        return Err(empty(&file_name));
    }
    Ok(Table {
        file_name,
        hash,
        headers: headers.cells.iter().map(str::to_owned).collect(),
        rows,
        sums,
        mapping: None,
    })
}

pub(crate) fn hash(rows: &[TableRow]) -> String {
    let mut hash = Sha256::new();
    let mut said = String::new();
    for row in rows.iter().filter(|row| !row.cells.are_empty()) {
        said.clear();
        for cell in row.cells.iter() {
            said.push_str(cell);
            said.push('\u{1f}');
        }
        said.push('\u{1e}');
        hash.update(&said);
    }
    hexadecimal(hash)
}

/// Another hash for rows that were taken before and voided since, as often as that.
pub(crate) fn hash_again(hash: &str, times: u32) -> String {
    let mut again = Sha256::new();
    again.update(format!("{hash} {times}"));
    if times == 0 { hash.to_owned() } else { hexadecimal(again) }
}

fn hexadecimal(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a row sums others: its first word says so.
fn is_sum(row: &TableRow) -> bool {
    let first = row.cells.iter().find(|cell| !cell.is_empty());
    first.is_some_and(|word| matches!(word, "合计" | "总计" | "小计" | "本页合计"))
}

fn csv_rows(file_name: &str, bytes: &[u8]) -> Result<Vec<TableRow>, Problem> {
    let text = decoded(file_name, bytes)?.replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let (mut number, mut end) = (0, 0);
    while reader.read_record(&mut record).map_err(|error| unreadable(file_name, &error))? {
        // A spreadsheet counts rows, the reader lines: it passes over empty ones, and a cell may
        // hold several.
        let left = text.as_bytes().get(end..).unwrap_or_default();
        let passed = left.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        number += u32::try_from(passed).unwrap_or(u32::MAX) + 1;
        end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        if record.iter().any(|cell| cell.trim().contains('\n')) {
            return Err(open_quote(file_name, number));
        }
        let mut cells = Cells::with_room(record.len(), record.as_slice().len());
        record.iter().for_each(|cell| cells.push(cell.trim()));
        rows.push(TableRow { number, cells });
    }
    Ok(rows)
}

/// Excel writes tabs where it saves as text, and commas or semicolons by the region's settings.
fn delimiter(text: &str) -> u8 {
    let headers = text.lines().next().unwrap_or_default();
    let count = |delimiter: u8| headers.bytes().filter(|&byte| byte == delimiter).count();
    [b',', b'\t', b';']
        .into_iter()
        .max_by_key(|&delimiter| (count(delimiter), delimiter == b','))
        .filter(|&delimiter| count(delimiter) > 0)
        .unwrap_or(b',')
}

/// The text of a csv: UTF-8 with or without a mark, else GB18030, strictly.
fn decoded(file_name: &str, bytes: &[u8]) -> Result<String, Problem> {
    let marked = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_text = !bytes.contains(&0) && !bytes.starts_with(b"\xff\xfe");
    if is_text && let Ok(text) = std::str::from_utf8(marked) {
        return Ok(text.to_owned());
    }
    if let Some(row) = damage_in_utf8(marked) {
        return Err(damaged_utf8(file_name, row));
    }
    let decoded = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    // Almost any bytes are some GB18030 text; control characters show that they are none.
    let sane =
        |text: &str| text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
    match decoded {
        Some(text) if is_text && sane(&text) => Ok(text.into_owned()),
        Some(_) | None => Err(wrong_encoding(file_name)),
    }
}

/// The row of the first damaged character in what is UTF-8 all the same: nearly all of its
/// characters are Chinese ones of three bytes, which GB18030 text holds only by chance.
fn damage_in_utf8(bytes: &[u8]) -> Option<usize> {
    let Err(error) = std::str::from_utf8(bytes) else { return None };
    let (mut chinese, mut damaged) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        chinese += chunk.valid().chars().filter(|c| c.len_utf8() == 3).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    let before = &bytes[..error.valid_up_to()];
    let row = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
    (chinese >= 10 * damaged).then_some(row)
}

fn sheet_rows(file_name: &str, bytes: &[u8]) -> Result<Vec<TableRow>, Problem> {
    let opened = calamine::open_workbook_auto_from_rs(Cursor::new(bytes));
    let mut workbook = opened.map_err(|_| no_workbook(file_name))?;
    let Some(sheet) = workbook.worksheet_range_at(0) else { return Err(empty(file_name)) };
    let range = sheet.map_err(|error| unreadable(file_name, &error))?;
    let first = range.start().map_or(0, |(row, _)| row);
    let mut rows = Vec::new();
    let mut too_long = Vec::new();
    for (cells, number) in range.rows().zip(first + 1..) {
        too_long.extend(cells.iter().filter_map(|cell| altered(cell, number)));
        rows.push(TableRow { number, cells: cells.iter().map(cell_text).collect() });
    }
    if too_long.is_empty() { Ok(rows) } else { Err(super::refused_rows(file_name, too_long, true)) }
}

/// A spreadsheet keeps 15 digits of a number: a longer one, such as a bank account, is not what was
/// typed any more.
fn altered(cell: &Data, row: u32) -> Option<Text> {
    let digits = match cell {
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Empty
        | Data::String(_)
        | Data::Bool(_)
        | Data::DateTime(_)
        | Data::DateTimeIso(_)
        | Data::DurationIso(_)
        | Data::Error(_) => return None,
    };
    let whole = digits.trim_start_matches('-').split('.').next().unwrap_or_default().len();
    (whole > 15).then(|| {
        Text::new(
            format!("第 {row} 行：数字 {digits} 超过 15 位，Excel 已改动末位。把该列设为文本再填"),
            format!(
                "row {row}: the number {digits} has more than 15 digits and was altered by the \
                 spreadsheet; format the column as text and type it again"
            ),
        )
    })
}

/// What a cell says. A number is read with the 15 digits that a spreadsheet shows and keeps right:
/// the sum of 0.1 and 0.2, which lies there as 0.30000000000000004, is 0.3 to everyone.
fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.trim().to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => {
            let shown = format!("{number:.14e}").parse().unwrap_or(*number);
            shown.to_string()
        }
        Data::Bool(value) => if *value { "1" } else { "0" }.to_owned(),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(error) => format!("{error}"),
    }
}

fn unknown_ending(file_name: &str) -> Problem {
    let text = Text::new(
        format!("{file_name} 不是 csv、xlsx 或 xls 文件。在 Excel 里另存为其中一种再导入。"),
        format!("{file_name} is no csv, xlsx or xls file. Save it as one of these and import it."),
    );
    Problem::input("import.ending", text)
}

fn empty(file_name: &str) -> Problem {
    let text = Text::new(
        format!("{file_name} 是空的：第一行要有列名，下面要有数据。"),
        format!("{file_name} is empty: the first row names the columns, data stands below."),
    );
    Problem::input("import.empty", text)
}

fn wrong_encoding(file_name: &str) -> Problem {
    let text = Text::new(
        format!(
            "{file_name} 的编码既不是 UTF-8 也不是 GB18030。在 Excel 里另存为“CSV UTF-8”再导入。"
        ),
        format!(
            "{file_name} is neither UTF-8 nor GB18030. Save it as “CSV UTF-8” in Excel and import \
             it again."
        ),
    );
    Problem::input("import.encoding", text)
}

fn no_workbook(file_name: &str) -> Problem {
    let text = Text::new(
        format!("{file_name} 的内容不是 Excel 表格，可能是改了扩展名的图片或别的文件。"),
        format!("{file_name} is no Excel workbook; it may be a picture or another file renamed."),
    );
    Problem::input("import.no_workbook", text)
}

/// None of our columns holds more than one line: a quote was opened and not closed.
fn open_quote(file_name: &str, row: u32) -> Problem {
    let text = Text::new(
        format!("{file_name} 第 {row} 行有一格含换行，多半是引号没有成对。补上或删去引号再导入。"),
        format!(
            "{file_name}, row {row}: a cell holds a line break; a quote was most likely left open. \
             Close or remove it and import again."
        ),
    );
    Problem::input("import.open_quote", text)
}

fn damaged_utf8(file_name: &str, row: usize) -> Problem {
    let text = Text::new(
        format!("{file_name} 是 UTF-8，但第 {row} 行有损坏的字。改好这一行，或重新另存再导入。"),
        format!(
            "{file_name} is UTF-8, but row {row} has a damaged character. Mend that row, or save \
             the file anew and import it again."
        ),
    );
    Problem::input("import.encoding", text)
}

fn unreadable(file_name: &str, cause: &dyn std::fmt::Display) -> Problem {
    let text = Text::new(
        format!("{file_name} 读不了：{cause}。"),
        format!("{file_name} cannot be read: {cause}."),
    );
    Problem::input("import.unreadable", text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_in_gb18030_and_utf8_reads_the_same() {
        let text = "村,乡镇\n甲子村,东河镇\n";
        let (gb, ..) = encoding_rs::GB18030.encode(text);
        assert_eq!(decoded("a.csv", &gb).unwrap(), text);
        assert_eq!(decoded("a.csv", text.as_bytes()).unwrap(), text);
        assert_eq!(decoded("a.csv", format!("\u{feff}{text}").as_bytes()).unwrap(), text);
    }

    #[test]
    fn other_encodings_are_refused_and_not_guessed() {
        let utf16: Vec<u8> = "村,乡镇".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded("a.csv", &utf16).unwrap_err().code, "import.encoding");
        assert_eq!(decoded("a.csv", b"\x89PNG\r\n\x1a\n\x00").unwrap_err().code, "import.encoding");
        assert_eq!(decoded("a.csv", b"a,b\n\xff,\xff\n").unwrap_err().code, "import.encoding");
    }

    #[test]
    fn a_picture_named_xlsx_is_no_workbook() {
        let problem = sheet_rows("图.xlsx", b"\x89PNG\r\n\x1a\n").unwrap_err();
        assert_eq!(problem.code, "import.no_workbook");
    }
}
