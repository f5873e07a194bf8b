// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/ensure.h"
#include "base/error.h"

namespace veldwijzer {

/// A value or an Error. `std::expected` is C++23 and our tools cannot read it yet.
///
///     Result<Envelope> envelope = parse(bytes);
///     if (!envelope) return envelope.error();
///
/// Reading the value of a failure is a bug and ends the program.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit on purpose
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit on purpose

    [[nodiscard]] bool ok() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    [[nodiscard]] T& value() & {
        ENSURE(ok());
        return std::get<0>(state_);
    }
    [[nodiscard]] const T& value() const& {
        ENSURE(ok());
        return std::get<0>(state_);
    }
    [[nodiscard]] T&& value() && {
        ENSURE(ok());
        return std::get<0>(std::move(state_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const {
        ENSURE(!ok());
        return std::get<1>(state_);
    }

private:
    std::variant<T, Error> state_;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)), failed_(true) {}  // NOLINT: implicit on purpose

    [[nodiscard]] bool ok() const noexcept { return !failed_; }
    explicit operator bool() const noexcept { return ok(); }
    [[nodiscard]] const Error& error() const {
        ENSURE(failed_);
        return error_;
    }

private:
    Error error_;
    bool failed_ = false;
};

/// `return fail(ErrorCode::Malformed, "…")` in any function that returns a Result.
[[nodiscard]] inline Error fail(ErrorCode code, std::string message) {
    return Error{code, std::move(message)};
}

}  // namespace veldwijzer
