// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <utility>

#include "app/app.h"
#include "app/rows.h"
#include "app/words.h"

namespace veldwijzer::app {

/// What most pages have: rows that are read again whenever records changed, and a way to say how a deed went.
/// GUI thread. Reads one at a time, so that a busy sync does not pile them up.
class Listing : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a base")
    Q_PROPERTY(veldwijzer::app::Rows* rows READ rows CONSTANT)
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)
public:
    explicit Listing(QObject* parent = nullptr);

    [[nodiscard]] Rows* rows() { return &rows_; }
    [[nodiscard]] bool loaded() const { return loaded_; }

signals:
    /// The rows are there, for the first time or again.
    void loadedChanged();
    /// For a short notice.
    void told(const QString& message);

protected:
    /// Asks for the rows again; by `fetch`.
    virtual void reload() = 0;
    [[nodiscard]] static Desk& desk() { return App::instance()->desk(); }
    [[nodiscard]] static WallMs now() { return desk().outside().clock.wallMs(); }
    void tellError(const Error& error);
    /// For what comes from the membership log: that is no record, so `changed` does not tell of it.
    void followSync() {
        connect(&desk(), &Desk::syncStateChanged, this, [this] { reload(); });
    }

    /// `work(Session&)` on the store thread; `show(value)` here.
    template <typename Work, typename Show>
    void fetch(Work work, Show show, Urgency urgency = Urgency::Person) {
        if (fetching_) {
            again_ = true;
            return;
        }
        fetching_ = true;
        desk().ask(
            this, std::move(work),
            [this, show = std::move(show)](auto result) mutable {
                fetching_ = false;
                if (result)
                    show(std::move(*result));
                else
                    tellError(result.error());
                loaded_ = true;
                emit loadedChanged();
                if (std::exchange(again_, false)) reload();
            },
            urgency);
    }
    /// Writes; says `done` or what went wrong.
    template <typename Work>
    void act(Work work, const QString& done) {
        desk().change(this, std::move(work), [this, done](const Result<void>& result) {
            if (!result) return tellError(result.error());
            if (!done.isEmpty()) emit told(done);
        });
    }

private:
    Rows rows_;
    bool loaded_ = false;
    bool fetching_ = false;
    bool again_ = false;
};

}  // namespace veldwijzer::app
