// SPDX-License-Identifier: EUPL-1.2
#include "app/checklist_preview.h"

#include <QDir>
#include <QFile>

#include "app/app.h"
#include "app/words.h"

namespace veldwijzer::app {

ChecklistPreview::ChecklistPreview(QObject* parent) : QObject(parent), form_(this) {}

void ChecklistPreview::setJson(const QString& json) {
    if (json == json_) return;
    json_ = json;
    auto read = checklist::questionnaireFrom(utf8(json));
    if (!read) {
        form_.end();
        title_.clear();
        description_.clear();
        emit changed();
        return;
    }
    title_ = text(read->title);
    description_ = text(read->description);
    const auto questionnaire = std::make_shared<const checklist::Questionnaire>(std::move(*read));
    form_.begin(questionnaire, nationalCards(), random_);
    form_.show(checklist::initialFields(*questionnaire), {}, {});
    emit changed();
}

void ChecklistPreview::setShipped(const QString& name) {
    shipped_ = name;
    setJson(QString::fromUtf8(shippedTemplate(name)));
}

CardFinder nationalCards() {
    return [](const checklist::ContactCard& card) {
        return App::instance()->numbers()->lineOf(text(card.code));
    };
}

QStringList shippedTemplates() {
    QStringList names;
    for (const QString& file :
         QDir(QStringLiteral(":/templates")).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        names << file.chopped(5);
    return names;
}

QByteArray shippedTemplate(const QString& name) {
    QFile file(QStringLiteral(":/templates/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace veldwijzer::app
