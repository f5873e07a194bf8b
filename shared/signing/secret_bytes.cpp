// SPDX-License-Identifier: EUPL-1.2
#include "signing/secret_bytes.h"

#include <sodium.h>
#include <sys/resource.h>

#include <cstring>
#include <new>

#include "base/ensure.h"

namespace veldwijzer {

bool forbidCoreDumps() {
    const rlimit none{0, 0};
    return setrlimit(RLIMIT_CORE, &none) == 0;
}

namespace secrets {

std::uint8_t* allocate(std::size_t size) {
    // Static, so that the first key of a program initialises the library and no caller can forget it.
    static const bool ready = sodium_init() >= 0;
    ENSURE(ready);
    void* memory = sodium_malloc(size);
    if (memory == nullptr) throw std::bad_alloc();
    std::memset(memory, 0, size);
    return static_cast<std::uint8_t*>(memory);
}

void release(std::uint8_t* memory) noexcept {
    sodium_free(memory);
}

}  // namespace secrets
}  // namespace veldwijzer
