#include "base/digest.hpp"

#include <array>

#include <fmt/format.h>
#include <nettle/sha2.h>

namespace svcadm {

struct Digest::State {
  sha256_ctx sha;
};

Digest::Digest() : state_{std::make_unique<State>()} { sha256_init(&state_->sha); }
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(std::string_view bytes) {
  sha256_update(&state_->sha, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Digest::hex() {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> hash{};
  sha256_digest(&state_->sha, hash.size(), hash.data());
  return fmt::format("{:02x}", fmt::join(hash, ""));
}

std::string sha256(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.hex();
}

}  // namespace svcadm
