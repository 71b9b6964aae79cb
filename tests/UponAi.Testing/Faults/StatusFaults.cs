using static UponAi.Testing.Faults.Fault;

namespace UponAi.Testing.Faults;

/// <summary>Responses with another status than 200.</summary>
internal static class StatusFaults
{
    internal static Fault[] Of(Asked asked) =>
    [
        new("201", Always(Reply.Json(asked.Good, 201)), "RequestFailed", "InvalidResult", 1, AtOnce),
        new("204", Always(Reply.Bytes([], contentType: null, 204)), "RequestFailed", "InvalidResult", 1, AtOnce),
        new(
            "302 to another host", Always(Reply.Json("", 302, ("Location", "https://other.example/login"))),
            "RequestFailed", "InvalidResult", 1, AtOnce),
        new(
            "307 to http", Always(Reply.Json("", 307, ("Location", "http://other.example/"))), "RequestFailed",
            "InvalidResult", 1, AtOnce),
        new(
            "308 to the same host", Always(Reply.Json("", 308, ("Location", "/v2/numbers"))), "RequestFailed",
            "InvalidResult", 1, AtOnce),
        new("304", Always(Reply.Bytes([], contentType: null, 304)), "RequestFailed", "InvalidResult", 1, AtOnce),
        new(
            "400", Always(Reply.Json(UpdateAnswers.Error("No."), 400)), asked.Refused.Error, asked.Refused.Category, 1,
            AtOnce),
        new(
            "401 with a challenge",
            Always(Reply.Json("", 401, ("WWW-Authenticate", "Negotiate"), ("WWW-Authenticate", "Basic realm=\"x\""))),
            "Unauthorized", "AuthenticationError", 1, AtOnce),
        new("403", Always(Reply.Json(UpdateAnswers.Error("No."), 403)), "Forbidden", "PermissionDenied", 1, AtOnce),
        new("404", Always(Reply.Json(UpdateAnswers.Error("No."), 404)), "NotFound", "ObjectNotFound", 1, AtOnce),
        new(
            "407 with a challenge", Always(Reply.Json("", 407, ("Proxy-Authenticate", "Basic realm=\"x\""))),
            "RequestFailed", "InvalidResult", 1, AtOnce),
        new("408", Always(Reply.Json("", 408)), "Timeout", "OperationTimeout", 5, FourWaits),
        new("409", Always(Reply.Json(UpdateAnswers.Error("No."), 409)), "RequestFailed", "InvalidResult", 1, AtOnce),
        new("413", Always(Reply.Json(UpdateAnswers.Error("No."), 413)), "RequestFailed", "InvalidResult", 1, AtOnce),
        new(
            "500", Always(Reply.Json(UpdateAnswers.Error("No."), 500)), "ServiceUnavailable", "ResourceUnavailable", 5,
            FourWaits),
        new("501", Always(Reply.Json("", 501)), asked.NotOffered.Error, asked.NotOffered.Category, 5, FourWaits),
        new(
            "502 with an HTML page", Always(Reply.Text("<h1>Bad gateway</h1>", "text/html", 502)), "ServiceUnavailable",
            "ResourceUnavailable", 5, FourWaits),
        new("503", Always(Reply.Json("", 503)), "ServiceUnavailable", "ResourceUnavailable", 5, FourWaits),
        new("504", Always(Reply.Json("", 504)), "ServiceUnavailable", "ResourceUnavailable", 5, FourWaits),
        new(
            "an error that is cut off", Always(Reply.CutOff(UpdateAnswers.Error("No such number."), 404)), "NotFound",
            "ObjectNotFound", 1, AtOnce),
        new("500, then an answer", InTurn(Reply.Json("", 500), Reply.Json(asked.Good)), null, null, 2, FourWaits),
        new(
            "503, cut off, reset, 502, then an answer",
            InTurn(
                Reply.Json("", 503), Reply.CutOff(asked.Good), Reply.Reset(), Reply.Json("", 502),
                Reply.Json(asked.Good)),
            null, null, 5, FourWaits),
    ];
}
