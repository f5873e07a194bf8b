// SPDX-License-Identifier: EUPL-1.2
#include "paper/checklist_pdf.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <fstream>

#include "checklist/conditions.h"
#include "domain/opening_hours.h"

namespace veldwijzer::paper {
namespace {

using checklist::Form;
using checklist::Item;
using checklist::Node;

constexpr int dotsPerInch = 300;
constexpr double marginMm = 18;
constexpr double footerMm = 12;

QString shown(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
        .toHtmlEscaped()
        .replace('\n', "<br>");
}

std::string named(const std::string& by, const std::string& me) {
    return by == "you" ? me : by;
}

std::string stateOf(session::ListState state, const Words& words) {
    switch (state) {
        case session::ListState::InProgress:
            return words.inProgress;
        case session::ListState::Completed:
            return words.completed;
        case session::ListState::Amending:
            return words.amending;
        case session::ListState::Amended:
            return words.amended;
    }
    return {};
}

/// The sheet's content as HTML of the little that QTextDocument knows.
class Sheet {
public:
    Sheet(const session::Checklist& list, const Words& words, const std::string& me, WallMs now)
        : list_(list), form_(*list.form), words_(words), me_(me) {
        html_ = "<html><body><h1>" + shown(list.summary.title) + "</h1><table cellspacing=0 cellpadding=2>";
        addFacts(now);
        html_ += "</table>";
        for (std::size_t i = 0; i < form_.nodes().size(); ++i)
            addNode(form_.nodes()[i], i);
        addLate();
        html_ += "</body></html>";
    }
    [[nodiscard]] const QString& html() const { return html_; }

private:
    void fact(const std::string& name, const std::string& value) {
        if (!value.empty())
            html_ +=
                "<tr><td class=name>" + shown(name) + "&nbsp;&nbsp;</td><td>" + shown(value) + "</td></tr>";
    }
    void addFacts(WallMs now) {
        const session::ListSummary& summary = list_.summary;
        fact(words_.caseCode, summary.caseCode);
        fact(words_.version, list_.questionnaire->version);
        fact(words_.status, stateOf(summary.state, words_));
        for (const session::Seal& seal : list_.seals) {
            fact(words_.completedBy, named(seal.by, me_) + ", " + domain::localText(seal.atMs) +
                                         (seal.reason.empty() ? "" : " (" + seal.reason + ")"));
            fact(words_.seal, seal.hash.substr(0, 32));
        }
        fact(words_.retainUntil, summary.retainUntil);
        fact(words_.printedAt, domain::localText(now));
        if (const auto score = checklist::scoreOf(form_))
            fact(words_.score,
                 QString("%1 %2 %3").arg(score->sum).arg(shown(words_.of)).arg(score->most).toStdString());
    }
    void addNode(const Node& node, std::size_t index) {
        const Item& item = form_.itemOf(node);
        if (!node.enabled || item.isHidden || node.isList) return;
        if (item.type == checklist::ItemType::Group) return addHeading(node, item, index);
        if (!checklist::isQuestion(item.type)) return;
        if (node.isRow) addRowNumber(node, index);
        html_ += "<p class=question>" + shown(item.prefix + (item.prefix.empty() ? "" : " ")) +
                 shown(item.text) + "</p>";
        html_ += node.answers.empty() ? "<p class=none>" + shown(words_.notAnswered) + "</p>"
                                      : "<p class=answer>" + answersOf(item, node) + "</p>";
    }
    void addHeading(const Node& node, const Item& item, std::size_t index) {
        const QString level = item.depth == 0 ? "h2" : "h3";
        QString number;
        if (node.isRow)
            number = " (" + shown(words_.row) + ' ' + QString::number(rowNumber(node, index)) + ')';
        if (!item.text.empty() || node.isRow)
            html_ += "<" + level + ">" + shown(item.text) + number + "</" + level + ">";
    }
    void addRowNumber(const Node& node, std::size_t index) {
        html_ +=
            "<p class=none>" + shown(words_.row) + ' ' + QString::number(rowNumber(node, index)) + "</p>";
    }
    [[nodiscard]] std::size_t rowNumber(const Node& node, std::size_t index) const {
        const auto rows = form_.rowsOf(node.parent);
        return static_cast<std::size_t>(std::find(rows.begin(), rows.end(), index) - rows.begin()) + 1;
    }
    [[nodiscard]] QString answersOf(const Item& item, const Node& node) const {
        QString text;
        for (const checklist::Answer& answer : node.answers) {
            if (!text.isEmpty()) text += "<br>";
            text += answer.type == checklist::Answer::Type::Boolean
                        ? shown(answer.boolean ? words_.yes : words_.no)
                        : shown(checklist::wordsOf(item, answer));
        }
        return text;
    }
    void addLate() {
        if (list_.late.empty()) return;
        html_ += "<h2>" + shown(words_.late) + "</h2>";
        for (const session::LateAnswer& late : list_.late) {
            const bool known = late.node != checklist::none;
            const Item* item = known ? &form_.itemOf(form_.nodes()[late.node]) : nullptr;
            Node node;
            node.answers = late.given.answers;
            html_ += "<p class=question>" + shown(item != nullptr ? item->text : late.field) +
                     "</p><p class=answer>" + answersOf(item != nullptr ? *item : Item{}, node) + "<br>" +
                     shown(named(late.given.by, me_)) + ", " + shown(domain::localText(late.given.atMs)) +
                     "</p>";
        }
    }

    const session::Checklist& list_;
    const Form& form_;
    const Words& words_;
    const std::string& me_;
    QString html_;
};

constexpr const char* style =
    "h1 { font-size: 15pt; font-weight: 600; margin-bottom: 6pt; }"
    "h2 { font-size: 12pt; font-weight: 600; margin-top: 14pt; margin-bottom: 2pt; }"
    "h3 { font-size: 10.5pt; font-weight: 600; margin-top: 10pt; margin-bottom: 2pt; }"
    "td { font-size: 9pt; } .name { color: #555555; }"
    ".question { font-size: 9.5pt; color: #444444; margin-top: 7pt; margin-bottom: 0; }"
    ".answer { font-size: 10.5pt; margin-top: 1pt; margin-bottom: 0; margin-left: 8pt; }"
    ".none { font-size: 9.5pt; color: #777777; margin-top: 1pt; margin-bottom: 0; margin-left: 8pt; }";

QString footerOf(const session::Checklist& list, const Words& words) {
    QString text = QString::fromStdString(list.summary.title);
    if (!list.questionnaire->version.empty())
        text += ", " + QString::fromStdString(words.version + ' ' + list.questionnaire->version);
    if (!list.summary.caseCode.empty()) text += "  ·  " + QString::fromStdString(list.summary.caseCode);
    return text;
}

void paint(QPdfWriter& writer, QTextDocument& document, const QString& footer, const Words& words) {
    QPainter painter(&writer);
    const double footerHeight = footerMm / 25.4 * dotsPerInch;
    const QSizeF sheet(writer.width(), writer.height() - footerHeight);
    document.documentLayout()->setPaintDevice(&writer);
    document.setPageSize(sheet);
    QFont small = document.defaultFont();
    small.setPointSizeF(8);
    for (int page = 0; page < document.pageCount(); ++page) {
        if (page > 0) writer.newPage();
        painter.save();
        painter.translate(0, -page * sheet.height());
        document.drawContents(&painter, QRectF(QPointF(0, page * sheet.height()), sheet));
        painter.restore();
        painter.setFont(small);
        painter.setPen(QColor(0x55, 0x55, 0x55));
        const QRectF below(0, sheet.height(), sheet.width(), footerHeight);
        const QString number = QString::fromStdString(words.page + ' ' + std::to_string(page + 1) + ' ' +
                                                      words.of + ' ' + std::to_string(document.pageCount()));
        const QRectF left = below.adjusted(0, 0, -0.2 * sheet.width(), 0);
        painter.drawText(left, int(Qt::AlignLeft) | int(Qt::AlignBottom),
                         QFontMetricsF(small, &writer).elidedText(footer, Qt::ElideRight, left.width()));
        painter.drawText(below, int(Qt::AlignRight) | int(Qt::AlignBottom), number);
    }
}

}  // namespace

Result<void> writeChecklist(const session::Checklist& list, const std::filesystem::path& path,
                            const Words& words, const std::string& me, WallMs now) {
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&bytes);
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
        // What a search through a disk shows of a PDF without opening it.
        writer.setTitle(QString::fromStdString(list.summary.title));
        writer.setCreator({});
        QTextDocument document;
        QFont font("Inter");
        font.setStyleHint(QFont::SansSerif);
        font.setPointSizeF(10.5);
        document.setDefaultFont(font);
        document.setDocumentMargin(0);
        document.setDefaultStyleSheet(style);
        document.documentLayout()->setPaintDevice(&writer);
        document.setHtml(Sheet(list, words, me, now).html());
        paint(writer, document, footerOf(list, words), words);
    }
    const std::filesystem::path beside = path.string() + ".part";
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file.write(bytes.data().constData(), bytes.data().size());
    file.close();
    std::error_code failed;
    if (file) std::filesystem::rename(beside, path, failed);
    if (file && !failed) return {};
    std::filesystem::remove(beside, failed);
    return fail(ErrorCode::Storage, "the file '" + path.string() + "' could not be written");
}

}  // namespace veldwijzer::paper
