// SPDX-License-Identifier: EUPL-1.2
#include "app/invitations.h"

#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <algorithm>
#include <qrcodegen.hpp>

#include "app/labels.h"
#include "base/limits.h"
#include "base/text.h"

namespace veldwijzer::app {
namespace {

constexpr int quietModules = 4;  // the standard's white border

QString stateWords(session::InvitationInfo::State state) {
    using State = session::InvitationInfo::State;
    switch (state) {
        case State::Waiting:
            return Invitations::tr("Nog niet verstuurd: werkt zodra dit toestel synchroniseert");
        case State::Open:
            return Invitations::tr("Te gebruiken");
        case State::Used:
            return Invitations::tr("Gebruikt");
        case State::Expired:
            return Invitations::tr("Verlopen");
        case State::Withdrawn:
            return Invitations::tr("Ingetrokken");
    }
    return {};
}

QString asDataUrl(const QImage& image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(bytes.toBase64());
}

void paintPage(QPdfWriter& writer, const QString& region, const QString& link, const QString& madeFor) {
    QPainter painter(&writer);
    const int width = writer.width();
    const int line = writer.logicalDpiY() / 6;
    QFont font = painter.font();
    int y = 0;
    const auto write = [&](const QString& words, int points, bool bold, int wrap = Qt::TextWordWrap) {
        font.setPointSize(points);
        font.setBold(bold);
        painter.setFont(font);
        const QRect box(0, y, width, writer.height() - y);
        const QRect taken = painter.boundingRect(box, wrap, words);
        painter.drawText(box, wrap, words);
        y += taken.height() + line;
    };
    // Nothing large tells what the region is about: paper lies about.
    write(region, 20, true);
    write(Invitations::tr("Uitnodiging voor Veldwijzer"), 14, false);
    write(madeFor, 11, false);
    const int side = width / 2;
    painter.drawImage(QRect(0, y, side, side), qrImage(link, 16));
    y += side + line;
    write(Invitations::tr("Open Veldwijzer, kies “QR-code scannen” en houd deze code voor de camera. Of "
                          "typ of plak deze link:"),
          11, false);
    write(link, 9, false, Qt::TextWrapAnywhere);
    write(Invitations::tr(
              "Wie deze code heeft, kan ermee naar binnen. Geef hem alleen aan wie hem nodig heeft."),
          11, false);
}

}  // namespace

QImage qrImage(const QString& text, int modulePixels) {
    try {
        const auto code =
            qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        const int side = code.getSize() + 2 * quietModules;
        QImage image(side, side, QImage::Format_RGB32);
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                image.setPixel(x, y,
                               code.getModule(x - quietModules, y - quietModules) ? 0xff000000 : 0xffffffff);
        return image.scaled(side * modulePixels, side * modulePixels);
    } catch (const qrcodegen::data_too_long&) {
        return {};
    }
}

void Invitations::reload() {
    fetch([](session::Session& session) { return session.invitations(); },
          [this](std::vector<session::InvitationInfo> found) {
              rows()->show(std::move(found), [now = now()](const session::InvitationInfo& info) {
                  using State = session::InvitationInfo::State;
                  const bool usable = info.state == State::Open || info.state == State::Waiting;
                  const QString used = tr("%1 van %2 keer gebruikt").arg(info.uses).arg(info.maxUses);
                  const QString until = tr("tot %1").arg(momentText(info.expiresMs, now));
                  const QString by = info.by == "you" ? tr("van u") : tr("van %1").arg(text(info.by));
                  return QVariantMap{
                      {QStringLiteral("id"), text(toHex(info.id.view()))},
                      {QStringLiteral("role"), roleLabel(info.role)},
                      {QStringLiteral("state"), stateWords(info.state)},
                      {QStringLiteral("usable"), usable},
                      {QStringLiteral("detail"), QStringList{by, used, until}.join(QStringLiteral(" · "))}};
              });
          });
}

void Invitations::make(const QString& role, int uses, int hours) {
    const auto wanted = roster::roleFrom(utf8(role));
    if (!wanted || working_) return;
    working_ = true;
    emit madeChanged();
    const auto times = static_cast<std::uint32_t>(std::clamp(uses, 1, mostUses));
    const std::int64_t validMs =
        std::clamp<std::int64_t>(hours * 3'600'000LL, limits::invitationMinMs, limits::invitationMaxMs);
    desk().change(
        this,
        [role = *wanted, times, validMs](session::Session& session) -> Result<std::string> {
            if (!session.hasServer())
                return fail(ErrorCode::Forbidden, "a region on one device invites nobody");
            return session.invite(role, times, validMs);
        },
        [this, role, times, until = now() + validMs](const Result<std::string>& link) {
            working_ = false;
            if (link) {
                link_ = text(*link);
                picture_ = asDataUrl(qrImage(link_));
                madeFor_ = tr("%1 · %n keer te gebruiken · tot %2", nullptr, static_cast<int>(times))
                               .arg(roleLabel(utf8(role)), momentText(until, now()));
            } else {
                tellError(link.error());
            }
            emit madeChanged();
        });
}

void Invitations::withdraw(const QString& id) {
    act(
        [id = utf8(id)](session::Session& session) -> Result<void> {
            const auto invitation = session.invitationFrom(id);
            if (!invitation) return invitation.error();
            return session.revokeInvitation(*invitation);
        },
        tr("Ingetrokken. Dit geldt zodra het verstuurd is"));
}

void Invitations::copyLink() {
    QGuiApplication::clipboard()->setText(link_);
    emit told(tr("Link gekopieerd"));
}

void Invitations::savePdf(const QUrl& file) {
    const QString path = file.toLocalFile();
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setTitle(tr("Uitnodiging"));
    paintPage(writer, App::instance()->regionName(), link_, madeFor_);
    if (!QFile::exists(path)) {
        tellError({ErrorCode::Storage, {}});
        return;
    }
    emit saved(file);
}

void Invitations::forget() {
    link_.clear();
    picture_.clear();
    madeFor_.clear();
    emit madeChanged();
}

}  // namespace veldwijzer::app
