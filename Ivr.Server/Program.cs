Console.WriteLine("ivr");
