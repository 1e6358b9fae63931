#include "base/error.hpp"

#include <utility>

namespace svcadm {

Error::Error(Failure failure, std::vector<Problem> problems) : failure_{failure}, problems_{std::move(problems)} {
  if (!problems_.empty()) what_ = problems_.front().message.id;
}

Error::Error(Failure failure, Message message, std::string way_out)
    : Error{failure, {Problem{.message = std::move(message), .way_out = std::move(way_out)}}} {}

void bug(std::string_view what) { throw Error{Failure::bug, Message{"bug", {std::string{what}}}}; }

}  // namespace svcadm
