using System.Text;

namespace Workbook.Kernel.Tests;

public sealed class SignatureTests
{
    [Fact]
    public void The_signature_is_the_HMAC_of_the_four_parts()
    {
        // printf '%s' '{"msg_id":"1","msg_type":"x"}{}{}{}' | openssl dgst -sha256 -hmac secret
        var message = new Signature("secret").Decode(Frames("ba3ba2b3dc867d1fbaab74cc2777c2374a910813a098f2478060c08ce81b6966"));
        Assert.Equal("x", message.Type);
    }

    [Fact]
    public void A_message_comes_back_as_it_was_sent()
    {
        var sent = Message.New("x_request", "s", new() { ["a"] = "größer \ud83d\ude00" }) with { Identities = [[1], [2, 3]], Buffers = [[9, 8], []] };
        var signature = new Signature("k");
        var back = signature.Decode(signature.Encode(sent));
        Assert.Equal(sent.Content.ToJsonString(), back.Content.ToJsonString());
        Assert.Equal(sent.Header.ToJsonString(), back.Header.ToJsonString());
        Assert.Equal(sent.Identities, back.Identities);
        Assert.Equal(sent.Buffers, back.Buffers);
    }

    [Fact]
    public void A_reply_goes_back_to_its_sender_and_names_its_cause()
    {
        var request = Message.New("x_request", "s", []) with { Identities = [[7]] };
        var reply = request.Reply("t", []);
        Assert.Equal("x_reply", reply.Type);
        Assert.Equal(request.Id, (string)reply.Parent["msg_id"]!);
        Assert.Equal([7], Assert.Single(reply.Identities));
        Assert.NotEqual(request.Id, reply.Id);
    }

    [Fact]
    public void Without_a_key_nothing_is_signed_and_anything_signed_is_refused()
    {
        var open = new Signature("");
        Assert.Empty(open.Encode(Message.New("x", "s", []))[1]);
        Assert.Throws<InvalidDataException>(() => open.Decode(Frames("00")));
    }

    private static byte[][] Frames(string signature) =>
        [.. new[] { "<IDS|MSG>", signature, """{"msg_id":"1","msg_type":"x"}""", "{}", "{}", "{}" }.Select(Encoding.UTF8.GetBytes)];
}
