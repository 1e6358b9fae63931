#pragma once
// SHA-256.

#include <memory>
#include <string>
#include <string_view>

namespace svcadm {

/// A running SHA-256.
class Digest {
 public:
  Digest();
  ~Digest();
  Digest(Digest&&) noexcept;
  Digest& operator=(Digest&&) noexcept;

  void add(std::string_view bytes);
  /// 64 hexadecimal digits.  Ends the digest.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256(std::string_view bytes);

}  // namespace svcadm
