// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "app/checklist_form.h"

namespace veldwijzer::app {

/// A template to try out: filled in like a list, kept nowhere. GUI thread.
class ChecklistPreview : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// FHIR JSON of the template; what is no template shows nothing.
    Q_PROPERTY(QString json READ json WRITE setJson NOTIFY changed)
    /// The checklist of that name that comes with the program, instead.
    Q_PROPERTY(QString shipped READ shipped WRITE setShipped NOTIFY changed)
    Q_PROPERTY(veldwijzer::app::ChecklistForm* form READ form CONSTANT)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)

public:
    explicit ChecklistPreview(QObject* parent = nullptr);
    [[nodiscard]] QString json() const { return json_; }
    void setJson(const QString& json);
    [[nodiscard]] QString shipped() const { return shipped_; }
    void setShipped(const QString& name);
    [[nodiscard]] ChecklistForm* form() { return &form_; }
    [[nodiscard]] QString title() const { return title_; }
    [[nodiscard]] QString description() const { return description_; }

signals:
    void changed();

private:
    QString json_, shipped_, title_, description_;
    ChecklistForm form_;
    SystemRandom random_;
};

/// National lines by their code. What is in the social map is the reader's to add.
[[nodiscard]] CardFinder nationalCards();
/// The checklists that come with the program, as FHIR JSON, by name.
[[nodiscard]] QStringList shippedTemplates();
[[nodiscard]] QByteArray shippedTemplate(const QString& name);

}  // namespace veldwijzer::app
