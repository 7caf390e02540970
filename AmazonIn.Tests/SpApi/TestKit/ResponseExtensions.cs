using System.Net;

namespace AmazonIn.Tests.SpApi.TestKit;

internal static class ResponseExtensions
{
    public static HttpResponseMessage With(this HttpResponseMessage response, HttpStatusCode status)
    {
        response.StatusCode = status;
        return response;
    }

    public static HttpResponseMessage With(this HttpResponseMessage response, HttpContent content)
    {
        response.Content = content;
        return response;
    }
}
