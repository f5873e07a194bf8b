// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QImage>
#include <QUrl>

#include "app/listing.h"

namespace veldwijzer::app {

/// A QR code as a picture, black on white with its white border; null when the text is too long for one.
[[nodiscard]] QImage qrImage(const QString& text, int modulePixels = 8);

/// Invitations: the list, a new one to show, print or pass on, withdrawing. A row: id, role, state (in
/// words), detail, usable.
class Invitations : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString link READ link NOTIFY madeChanged)
    Q_PROPERTY(QString picture READ picture NOTIFY madeChanged)
    Q_PROPERTY(QString madeFor READ madeFor NOTIFY madeChanged)
    Q_PROPERTY(bool working READ working NOTIFY madeChanged)
public:
    explicit Invitations(QObject* parent = nullptr) : Listing(parent) { followSync(); }
    static constexpr int mostUses = 1000;

    /// Of the one just made; empty before. Kept nowhere: the link is a secret.
    [[nodiscard]] QString link() const { return link_; }
    /// The same as a QR code, for an Image's source.
    [[nodiscard]] QString picture() const { return picture_; }
    /// "professional, 1 keer, tot 3 maart".
    [[nodiscard]] QString madeFor() const { return madeFor_; }
    [[nodiscard]] bool working() const { return working_; }

    Q_INVOKABLE void make(const QString& role, int uses, int hours);
    Q_INVOKABLE void withdraw(const QString& id);
    Q_INVOKABLE void copyLink();
    /// One page to hand out. Says where it is, or what went wrong.
    Q_INVOKABLE void savePdf(const QUrl& file);
    Q_INVOKABLE void forget();

signals:
    void madeChanged();
    void saved(const QUrl& file);

protected:
    void reload() override;

private:
    QString link_;
    QString picture_;
    QString madeFor_;
    bool working_ = false;
};

}  // namespace veldwijzer::app
