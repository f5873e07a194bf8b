// SPDX-License-Identifier: EUPL-1.2
#include "app/auto_lock.h"

#include <QCoreApplication>
#include <QEvent>

namespace veldwijzer::app {
namespace {

bool isTouch(QEvent::Type type) {
    switch (type) {
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::Wheel:
        case QEvent::TouchBegin:
        case QEvent::TouchUpdate:
        case QEvent::TabletPress:
        case QEvent::InputMethod:
            return true;
        default:
            return false;
    }
}

}  // namespace

AutoLock::AutoLock(const Clock& clock, std::function<Times()> times, QObject* parent)
    : QObject(parent), clock_(clock), times_(std::move(times)) {
    timer_.setInterval(1000);
    connect(&timer_, &QTimer::timeout, this, &AutoLock::look);
}

void AutoLock::start() {
    touched_ = now();
    hiddenSince_ = touched_;
    timer_.start();
    QCoreApplication::instance()->installEventFilter(this);
}

void AutoLock::stop() {
    timer_.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

void AutoLock::setHidden(bool hidden) {
    if (hidden_ == hidden) return;
    if (timer_.isActive()) look();
    hidden_ = hidden;
    hiddenSince_ = now();
    if (timer_.isActive()) look();
}

void AutoLock::look() {
    const Times times = times_();
    if (passed(touched_, times.idleMs) || (hidden_ && passed(hiddenSince_, times.hiddenMs))) emit due();
}

bool AutoLock::passed(const Moment& since, std::int64_t ms) const {
    const Moment here = now();
    return here.wallMs - since.wallMs >= ms || here.steadyMs - since.steadyMs >= ms;
}

bool AutoLock::eventFilter(QObject* watched, QEvent* event) {
    if (isTouch(event->type())) {
        look();
        touched_ = now();
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace veldwijzer::app
