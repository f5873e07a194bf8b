// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QVariantList>
#include <optional>

#include "app/listing.h"
#include "checklist/questionnaire.h"

namespace veldwijzer::app {

/// One template, for who looks after it: what it asks and when, to try out, to take into use or out of it.
/// `rows`: text, type (in words), depth, required, condition (in words, empty: always), heading.
class TemplateCase : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString templateId READ templateId WRITE setTemplateId NOTIFY templateIdChanged)
    Q_PROPERTY(QString title READ title NOTIFY loadedChanged)
    Q_PROPERTY(QString version READ version NOTIFY loadedChanged)
    Q_PROPERTY(QString status READ status NOTIFY loadedChanged)
    Q_PROPERTY(QString situation READ situation NOTIFY loadedChanged)
    Q_PROPERTY(QString description READ description NOTIFY loadedChanged)
    Q_PROPERTY(QString purpose READ purpose NOTIFY loadedChanged)
    Q_PROPERTY(QString source READ source NOTIFY loadedChanged)
    Q_PROPERTY(int months READ months NOTIFY loadedChanged)
    Q_PROPERTY(QStringList remarks READ remarks NOTIFY loadedChanged)
    /// FHIR JSON, for a preview.
    Q_PROPERTY(QString json READ json NOTIFY loadedChanged)
public:
    explicit TemplateCase(QObject* parent = nullptr) : Listing(parent) {}

    struct Question {
        QString text;
        QString type;
        QString condition;
        int depth = 0;
        bool required = false;
        bool heading = false;
    };
    struct Shown {
        QString title, version, status, situation, description, purpose, source, json;
        QStringList remarks;
        int months = 0;
        std::vector<Question> questions;
    };

    [[nodiscard]] QString templateId() const { return id_; }
    void setTemplateId(const QString& id);
    [[nodiscard]] QString title() const { return shown_.title; }
    [[nodiscard]] QString version() const { return shown_.version; }
    [[nodiscard]] QString status() const { return shown_.status; }
    [[nodiscard]] QString situation() const { return shown_.situation; }
    [[nodiscard]] QString description() const { return shown_.description; }
    [[nodiscard]] QString purpose() const { return shown_.purpose; }
    [[nodiscard]] QString source() const { return shown_.source; }
    [[nodiscard]] int months() const { return shown_.months; }
    [[nodiscard]] QStringList remarks() const { return shown_.remarks; }
    [[nodiscard]] QString json() const { return shown_.json; }

signals:
    void templateIdChanged();

protected:
    void reload() override;

private:
    QString id_;
    Shown shown_;
};

/// "Alleen als ‘Is er acuut gevaar?’ = Ja". Empty for what is always shown.
[[nodiscard]] QString conditionWords(const checklist::Questionnaire& questionnaire, std::size_t item);

}  // namespace veldwijzer::app
