// SPDX-License-Identifier: EUPL-1.2
#include "app/single_instance.h"

#include <QCryptographicHash>
#include <QLocalSocket>

#include "app/words.h"

namespace veldwijzer::app {
namespace {

constexpr int patienceMs = 500;

QString nameFor(const std::filesystem::path& vault) {
    std::error_code ignored;
    const std::string path = std::filesystem::weakly_canonical(vault, ignored).string();
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromStdString(path), QCryptographicHash::Sha256)
            .toHex()
            .left(24);
    return QStringLiteral("veldwijzer-") + QString::fromLatin1(hash);
}

}  // namespace

SingleInstance::SingleInstance(const std::filesystem::path& vault, QObject* parent)
    : QObject(parent), name_(nameFor(vault)) {
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &SingleInstance::takeCall);
}

bool SingleInstance::handOver(const QString& link) {
    QLocalSocket other;
    other.connectToServer(name_);
    if (other.waitForConnected(patienceMs)) {
        other.write(link.toUtf8().left(messageBytes - 1) + '\n');
        // It says when it has read it: a socket that nobody serves is no other window.
        if (other.waitForBytesWritten(patienceMs) && other.waitForReadyRead(patienceMs)) return true;
    }
    QLocalServer::removeServer(name_);  // left behind by one that was killed
    server_.listen(name_);
    return false;
}

void SingleInstance::takeCall() {
    while (QLocalSocket* call = server_.nextPendingConnection()) {
        connect(call, &QLocalSocket::disconnected, call, &QObject::deleteLater);
        connect(call, &QLocalSocket::readyRead, this, [this, call] {
            if (!call->canReadLine()) {
                if (call->bytesAvailable() >= messageBytes) call->abort();
                return;
            }
            const QByteArray line = call->readLine(messageBytes).trimmed();
            call->write("ok\n");
            call->flush();
            emit startedAgain(QString::fromUtf8(line));
        });
    }
}

}  // namespace veldwijzer::app
